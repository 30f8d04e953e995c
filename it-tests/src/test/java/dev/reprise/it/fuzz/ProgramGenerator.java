package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Node.Choice;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes a random program. */
final class ProgramGenerator {

    final Dice dice;
    final Program.Family family;

    /** Release of the language. */
    final int release;

    final LiteralGenerator literals;
    final ExpressionGenerator expressions;
    final AssignmentGenerator assignments;
    final StatementGenerator statements;
    final SwitchGenerator switches;
    final PatternGenerator patterns;
    final ClosureGenerator closures;
    final CallGenerator calls;
    final MemberGenerator members;
    final PullGenerator pulls;

    /** Whether the program is run by an event loop, and may have cancel scopes. */
    boolean isOnLoop;

    /** Whether the program has a class whose closing is awaited. */
    boolean hasSlow;

    final List<Variable> fields = new ArrayList<>();
    private final Set<Feature> features = EnumSet.noneOf(Feature.class);
    private boolean freshClass;
    private int names;
    private int tags;

    private ProgramGenerator(long seed, int release, Program.Family family) {
        this.family = family;
        this.release = release;
        dice = new Dice(seed);
        literals = new LiteralGenerator(this);
        expressions = new ExpressionGenerator(this);
        assignments = new AssignmentGenerator(this);
        statements = new StatementGenerator(this);
        switches = new SwitchGenerator(this, statements);
        patterns = new PatternGenerator(this);
        closures = new ClosureGenerator(this);
        calls = new CallGenerator(this);
        members = new MemberGenerator(this);
        pulls = new PullGenerator(this);
    }

    /**
     * The program of a seed.
     *
     * @param release of the language that it may use
     */
    static Program of(long seed, int release) {
        Program.Family family = switch ((int) Math.floorMod(seed, 10L)) {
            case 7 -> Program.Family.ITERATOR;
            case 8 -> Program.Family.ITERABLE;
            case 9 -> Program.Family.GENERATOR;
            default -> Program.Family.ASYNC;
        };
        ProgramGenerator generator = new ProgramGenerator(seed, release, family);
        Node root = generator.root();
        return new Program(seed, seed < 0 ? "m" + -seed : "" + seed, family, generator.features, root);
    }

    /** Notes that the program has a feature. */
    void mark(Feature feature) {
        features.add(feature);
    }

    /** The same, in the middle of an expression. */
    <T> T marked(Feature feature, T value) {
        mark(feature);
        return value;
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
        mark(
                switch (release) {
                    case 8 -> Feature.RELEASE_8;
                    case 11 -> Feature.RELEASE_11;
                    case 21 -> Feature.RELEASE_21;
                    case 25 -> Feature.RELEASE_25;
                    default -> Feature.RELEASE_17;
                });
        Node root = Node.other();
        freshClass = dice.chance(40);
        if (freshClass) {
            root.add(Node.member("""
                    static class Fresh extends Point {
                    static int count = Gate.noteInt(9000, 3);
                    static { Gate.log("Fresh is initialised"); }
                    Fresh(int x, long y) { super(x, y); count++; }
                    }
                    """));
        }
        int fieldCount = dice.between(0, 4);
        for (int i = 0; i < fieldCount; i++) {
            root.add(field());
        }
        if (isAsync()) {
            TypeGenerator types = new TypeGenerator(this);
            if (dice.chance(20)) {
                types.classes(root);
            }
            if (dice.chance(15)) {
                types.interfaces(root);
            }
            isOnLoop = dice.chance(12);
            int helpers = dice.between(isOnLoop ? 1 : 0, 2);
            for (int i = 0; i < helpers; i++) {
                root.add(members.own(false));
            }
            if (dice.chance(25)) {
                root.add(slow());
                hasSlow = true;
            }
            if (dice.chance(35)) {
                int generators = dice.between(1, 2);
                for (int i = 0; i < generators; i++) {
                    root.add(pulls.method());
                }
            }
        }
        int delegates = isAsync() ? 0 : dice.pick(0, 1, 1, 2);
        for (int i = 0; i < delegates; i++) {
            root.add(members.own(false));
        }
        root.add(members.own(true));
        Callee entry = calls.callable.get(calls.callable.size() - 1);
        Node start = Node.member(
                "public static Object start() throws Throwable {\nreturn ",
                entry.isStatic() ? "" : "new " + Program.SELF + "().",
                entry.name() + "(");
        for (int i = 0; i < entry.parameters().size(); i++) {
            start.add(i == 0 ? "" : ", ")
                    .add(expressions.leaf(entry.parameters().get(i), Scope.none()));
        }
        return root.add(start.add(");\n}\n"));
    }

    /** A class whose objects are closed in a while. */
    private Node slow() {
        Scope scope = new Scope(Scope.Body.COROUTINE, Callee.Owner.REC, false, Type.OBJECT, Callee.Returns.COLD);
        scope.sealed = true;
        scope.variables.add(new Variable("id", Type.INT, false, true));
        StatementGenerator.Block body =
                statements.braced("Gate.fuel();\nGate.log(\"slow \" + id);\nGate.may();\n", scope, 2);
        return Node.member(
                new Choice("static class Slow implements AutoCloseable", "static class Slow implements AsyncCloseable"),
                " {\nfinal int id;\nSlow(int id) { this.id = id; }\n",
                new Choice("@Override public void close()", "@Override @Coroutine public Async<Void> closeAsync()"),
                " {\ntry ",
                body.node(),
                " catch (Throwable t) {\nthrow Gate.sneaky(t);\n}\n",
                body.completes() ? new Choice("", "return Async.done();\n") : "",
                "}\n}\n");
    }

    private Node field() {
        Type type = Type.any(dice);
        boolean isStatic = dice.chance(40);
        String name = name(isStatic ? "sf" : "f");
        Scope none = Scope.none();
        fields.add(new Variable(name, type, true, true));
        boolean isPrivate = dice.chance(40);
        if (isPrivate) {
            mark(Feature.PRIVATE_FIELD);
        }
        return Node.member(
                (isPrivate ? "private " : "") + (isStatic ? "static " : "") + type.source + " " + name + " = ",
                expressions.leaf(type, none),
                ";\n");
    }

    /** Return type of the coroutine of a family of generators. */
    Choice generatorType() {
        return new Choice(
                "Object",
                switch (family) {
                    case ITERATOR -> "Iterator<Object>";
                    case ITERABLE -> "Iterable<Object>";
                    default -> "Generator<Object, Object, Object>";
                });
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
