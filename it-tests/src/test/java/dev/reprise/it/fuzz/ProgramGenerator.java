package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Node.Choice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a random program. */
final class ProgramGenerator {

    final Dice dice;
    final Program.Family family;

    final ExpressionGenerator expressions;
    final StatementGenerator statements;

    private final List<Method> callable = new ArrayList<>();
    private final List<Variable> fields = new ArrayList<>();
    private boolean freshClass;
    private int names;
    private int tags;

    /** A coroutine method that others may call. */
    private record Method(String name, Type result, boolean isStatic, List<Type> parameters) {}

    private ProgramGenerator(long seed, Program.Family family) {
        this.family = family;
        dice = new Dice(seed);
        expressions = new ExpressionGenerator(this);
        statements = new StatementGenerator(this);
    }

    /** The program of a seed. */
    static Program of(long seed) {
        Program.Family family = switch ((int) Math.floorMod(seed, 10L)) {
            case 7 -> Program.Family.ITERATOR;
            case 8 -> Program.Family.ITERABLE;
            case 9 -> Program.Family.GENERATOR;
            default -> Program.Family.ASYNC;
        };
        ProgramGenerator generator = new ProgramGenerator(seed, family);
        return new Program(seed, seed < 0 ? "m" + -seed : "" + seed, family, generator.root());
    }

    boolean isAsync() {
        return family == Program.Family.ASYNC;
    }

    String name(String prefix) {
        return prefix + names++;
    }

    /** A number by which the log tells one step from another. */
    int tag() {
        return tags++;
    }

    private Node root() {
        Node root = Node.other();
        freshClass = dice.chance(40);
        if (freshClass) {
            root.add(Node.member("""
                    static class Fresh extends Point {
                    static int count = Gate.t(9000, 3);
                    static { Gate.log("Fresh is initialised"); }
                    Fresh(int x, long y) { super(x, y); count++; }
                    }
                    """));
        }
        int fieldCount = dice.between(0, 4);
        for (int i = 0; i < fieldCount; i++) {
            root.add(field());
        }
        int helpers = isAsync() ? dice.between(0, 2) : 0;
        for (int i = 0; i < helpers; i++) {
            root.add(method(false));
        }
        root.add(method(true));
        Method entry = callable.get(callable.size() - 1);
        Node start = Node.member(
                "public static Object start() throws Throwable {\nreturn ",
                entry.isStatic ? "" : "new " + Program.SELF + "().",
                entry.name + "(");
        Scope none = new Scope(Scope.Body.PLAIN, false, OBJECT);
        for (int i = 0; i < entry.parameters.size(); i++) {
            start.add(i == 0 ? "" : ", ").add(expressions.leaf(entry.parameters.get(i), none));
        }
        root.add(start.add(");\n}\n"));
        return root;
    }

    private Node field() {
        Type type = Type.any(dice);
        boolean isStatic = dice.chance(40);
        String name = name(isStatic ? "sf" : "f");
        Scope none = new Scope(Scope.Body.PLAIN, false, OBJECT);
        fields.add(new Variable(name, type, true, true));
        return Node.member(
                (isStatic ? "static " : "") + type.source + " " + name + " = ", expressions.leaf(type, none), ";\n");
    }

    private Node method(boolean isEntry) {
        boolean isStatic = dice.chance(50);
        Type result = Type.any(dice);
        String name = name("m");
        Scope scope = new Scope(Scope.Body.COROUTINE, !isStatic, result);
        fields.stream()
                .filter(field -> !isStatic || field.name().startsWith("sf"))
                .forEach(scope.variables::add);
        List<Type> parameters = new ArrayList<>();
        Node header = Node.other(new Choice("", "@Coroutine "));
        header.add(dice.pick("", "", "private ", "final ", "public ")).add(isStatic ? "static " : "");
        header.add(new Choice(plainResult(result), wovenResult(result))).add(" " + name + "(");
        int count = dice.between(0, 4);
        for (int i = 0; i < count; i++) {
            Type type = Type.any(dice);
            boolean isFinal = dice.chance(50);
            String parameter = name("p");
            parameters.add(type);
            scope.variables.add(new Variable(parameter, type, !isFinal, isFinal));
            header.add((i == 0 ? "" : ", ") + (isFinal ? "final " : "") + type.source + " " + parameter);
        }
        Node body = statements.body(scope, isEntry ? dice.between(2, 6) : dice.between(1, 3), dice.pick(1, 2, 2, 2, 3));
        callable.add(new Method(name, result, isStatic, parameters));
        return Node.member(header, ") throws Throwable {\nGate.fuel();\n", body, "}\n");
    }

    private String plainResult(Type result) {
        return isAsync() ? result.boxed : "Object";
    }

    private String wovenResult(Type result) {
        if (isAsync()) {
            return "Async<" + result.boxed + ">";
        }
        return switch (family) {
            case ITERATOR -> "Iterator<Object>";
            case ITERABLE -> "Iterable<Object>";
            default -> "Generator<Object, Object, Object>";
        };
    }

    /** A call of a coroutine of the program that gives a value of the type, null if there is none. */
    @Nullable Node callOfCoroutine(Type type, Scope scope, int depth) {
        List<Method> fitting =
                callable.stream().filter(method -> method.result == type).toList();
        Method method = fitting.isEmpty() || dice.chance(30)
                ? callable.isEmpty() ? null : dice.pick(callable)
                : dice.pick(fitting);
        if (method == null) {
            return null;
        }
        Node call = Node.other(new Choice("", "await("), call(method, scope, depth), new Choice("", ")"));
        return method.result == type
                ? Node.expression(type, "((" + type.source + ") ", call, ")")
                : Node.expression(
                        type,
                        "((" + type.source + ") Gate.then(",
                        call,
                        ", ",
                        expressions.of(type, scope, depth - 1),
                        "))");
    }

    /** A call of a coroutine whose result is the one of the method around it, null if there is none. */
    @Nullable Node tailCall(Scope scope, int depth) {
        List<Method> fitting = callable.stream()
                .filter(method -> method.result == scope.result)
                .toList();
        return fitting.isEmpty() ? null : call(dice.pick(fitting), scope, depth);
    }

    private Node call(Method method, Scope scope, int depth) {
        Node call = Node.other();
        if (!method.isStatic && (!scope.hasThis || dice.chance(30))) {
            call.add("new " + Program.SELF + "().");
        }
        call.add(method.name + "(");
        for (int i = 0; i < method.parameters.size(); i++) {
            call.add(i == 0 ? "" : ", ").add(expressions.of(method.parameters.get(i), scope, depth - 1));
        }
        return call.add(")");
    }

    /** A point, of a class whose initialisation is observable if the program has one. */
    Node freshPoint(Scope scope, int depth) {
        return Node.expression(
                POINT,
                freshClass ? "new Fresh(" : "new Point(",
                expressions.of(INT, scope, depth),
                ", ",
                expressions.of(LONG, scope, depth),
                ")");
    }
}
