package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Callee.Owner;
import dev.reprise.it.fuzz.Node.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Writes calls of the program's own coroutines, and what is done with their results. */
final class CallGenerator {

    private final ProgramGenerator program;
    private final Dice dice;

    /** What has been written so far and may be called. */
    final List<Callee> callable = new ArrayList<>();

    CallGenerator(ProgramGenerator program) {
        this.program = program;
        dice = program.dice;
    }

    private ExpressionGenerator expressions() {
        return program.expressions;
    }

    /** An awaited call that gives a value of the type; empty if there is nothing to call. */
    Optional<Node> awaited(Type type, Scope scope, int depth) {
        if (scope.overridden.isPresent() && dice.chance(50)) {
            return Optional.of(valueOf(scope.overridden.get(), superCall(scope, depth), type, scope, depth));
        }
        return choose(type).map(callee -> valueOf(callee, call(callee, scope, depth), type, scope, depth));
    }

    private Optional<Callee> choose(Type type) {
        if (callable.isEmpty()) {
            return Optional.empty();
        }
        List<Callee> fitting = callable.stream().filter(c -> c.result() == type).toList();
        return Optional.of(fitting.isEmpty() || dice.chance(40) ? dice.pick(callable) : dice.pick(fitting));
    }

    private Node valueOf(Callee callee, Node call, Type type, Scope scope, int depth) {
        Node awaited = await(callee, call, scope, depth);
        if (callee.result() == type) {
            return Node.expression(type, "((" + type.source + ") ", awaited, ")");
        }
        if (callee.result().isPrimitive()) {
            program.mark(Feature.RESULT_PRIMITIVE_AS_OBJECT);
        }
        return Node.expression(
                type,
                "((" + type.source + ") Gate.then(",
                awaited,
                ", ",
                expressions().of(type, scope, depth - 1),
                "))");
    }

    private Node await(Callee callee, Node call, Scope scope, int depth) {
        int choice = dice.roll(10);
        if (choice == 0) {
            program.mark(Feature.CALL_AS_OBJECT);
            String boxed = callee.result().boxed;
            return Node.other(
                    new Choice(
                            "Gate.<" + boxed + ">id(",
                            "await(Gate.<" + callee.returns().source + "<" + boxed + ">>id("),
                    call,
                    new Choice(")", "))"));
        }
        if (choice == 1) {
            program.mark(Feature.CALL_CHOSEN_BY_CONDITION);
            return Node.other(
                    new Choice("(", "await("),
                    expressions().of(BOOLEAN, scope, depth - 1),
                    " ? ",
                    call,
                    " : ",
                    call(callee, scope, depth - 1),
                    ")");
        }
        if (choice == 2 && callee.returns().isHot()) {
            return Node.other(new Choice("(", "await(Async.from("), call, new Choice(")", "))"));
        }
        return Node.other(new Choice("", "await("), call, new Choice("", ")"));
    }

    /**
     * A call that is kept as an object and awaited after other statements; in the plain form a lambda.
     *
     * @param statements writes what is between into a node, and says whether what follows can be reached
     */
    Node stored(Scope scope, int depth, Predicate<Node> statements) {
        Callee callee =
                dice.pick(callable.stream().filter(c -> !c.returns().isHot()).toList());
        program.mark(Feature.STORED_THEN_AWAITED);
        String name = program.name("c");
        Node stored = Node.other();
        String boxed = callee.result().boxed;
        String call = keptCall(callee, stored, scope, depth);
        stored.add(new Choice("Gate.Body<" + boxed + "> ", "Async<" + boxed + "> "))
                .add(name + " = ")
                .add(new Choice("() -> ", ""))
                .add(call + ";\n");
        if (!statements.test(stored)) {
            return Node.jumping(false, stored);
        }
        String result = program.name("v");
        stored.add("final " + callee.result().source + " " + result + " = ")
                .add(new Choice(name + ".get();\n", "await(" + name + ");\n"));
        scope.variables.add(new Variable(result, callee.result(), false, true));
        return Node.statement(stored);
    }

    /** Declares the arguments of a call, and its receiver, and gives a call that a lambda may contain. */
    String keptCall(Callee callee, Node before, Scope scope, int depth) {
        List<String> arguments = new ArrayList<>();
        for (Type type : callee.parameters()) {
            String argument = program.name("a");
            arguments.add(argument);
            before.add("final " + type.source + " " + argument + " = ")
                    .add(expressions().of(type, scope, depth - 1))
                    .add(";\n");
        }
        String receiver = receiver(callee, scope);
        if (receiver.contains("new ")) {
            String kept = program.name("a");
            before.add("final " + declaredType(callee) + " " + kept + " = "
                    + receiver.substring(0, receiver.length() - 1) + ";\n");
            receiver = kept + ".";
        }
        return receiver + callee.name() + "(" + String.join(", ", arguments) + ")";
    }

    private static String declaredType(Callee callee) {
        return switch (callee.owner()) {
            case SELF -> Program.SELF;
            case BASE -> "Base<Integer>";
            case FACE -> "Face";
            case REC -> "Rec";
            case MODE -> "Mode";
        };
    }

    boolean canStore() {
        return callable.stream().anyMatch(c -> !c.returns().isHot());
    }

    /** A call whose result is the one of the method around it; empty if there is none. */
    Optional<Node> tail(Scope scope, int depth) {
        List<Callee> fitting = callable.stream()
                .filter(c -> c.result() == scope.result && c.returns() == scope.returns)
                .toList();
        return fitting.isEmpty() ? Optional.empty() : Optional.of(call(dice.pick(fitting), scope, depth));
    }

    /** A return of what a call gives, which nobody looks at before; empty if there is none. */
    Optional<Node> passedOn(Scope scope, int depth) {
        List<Callee> fitting =
                callable.stream().filter(c -> c.result() == scope.result).toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        program.mark(Feature.RESULT_PASSED_ON);
        return Optional.of(Node.jumping(
                false,
                scope.returns.ending(scope.result),
                new Choice("", "await("),
                call(dice.pick(fitting), scope, depth),
                new Choice(")", "))"),
                ";\n"));
    }

    /** An awaited call whose result nobody looks at; empty if there is nothing to call. */
    Optional<Node> dropped(Scope scope, int depth) {
        if (callable.isEmpty()) {
            return Optional.empty();
        }
        program.mark(Feature.RESULT_DROPPED);
        Node call = call(dice.pick(callable), scope, depth);
        return Optional.of(Node.statement(new Choice("", "await("), call, new Choice(";\n", ");\n")));
    }

    /** A return out of try statements with a coroutine that is awaited behind them; empty if there is none. */
    Optional<Node> deferred(Scope scope, int depth) {
        List<Callee> fitting = callable.stream()
                .filter(c -> c.result() == scope.result && c.returns() == Callee.Returns.COLD)
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        program.mark(Feature.TAIL_AWAIT_IN_TRY);
        Callee callee = dice.pick(fitting);
        mark(callee);
        Node returned = Node.other("{\n");
        String call = keptCall(callee, returned, scope, depth);
        returned.add(new Choice("return new Gate.Deferred(() -> " + call + ");\n", "return " + call + ";\n"));
        return Optional.of(Node.jumping(false, returned, "}\n"));
    }

    /** An awaited call in a cancel scope of its own. */
    Node scoped(Scope scope, int depth) {
        Callee callee =
                dice.pick(callable.stream().filter(c -> !c.returns().isHot()).toList());
        mark(callee);
        program.mark(Feature.CANCEL_SCOPE_RUN);
        String name = program.name("c");
        Node scoped = Node.other(
                "{\nfinal ",
                new Choice("PlainScope " + name + " = Gate.scope", "CancelScope " + name + " = CancelScope.create"),
                "();\n");
        if (dice.chance(40)) {
            scoped.add(
                    Node.statement("if (", expressions().of(BOOLEAN, scope, depth - 1), ") " + name + ".cancel();\n"));
        }
        String call = keptCall(callee, scoped, scope, depth);
        String boxed = callee.result().boxed;
        scoped.add("Gate.log(\"" + program.tag() + " \" + Gate.show(")
                .add(new Choice(
                        name + ".<" + boxed + ">run(() -> " + call + ")", "await(" + name + ".run(" + call + "))"))
                .add("));\n}\n");
        return Node.statement(scoped);
    }

    boolean canDelegate() {
        return !program.isAsync() && !callable.isEmpty();
    }

    /** {@code yieldFrom} of a generator of the program, in the plain form a call that gives out the same values. */
    Node delegated(Scope scope, int depth) {
        program.mark(Feature.YIELD_FROM);
        Node call = call(dice.pick(callable), scope, depth);
        return Node.other("Gate.note(" + program.tag() + ", ", new Choice("(", "Generator.yieldFrom("), call, "))");
    }

    private Node superCall(Scope scope, int depth) {
        Callee callee = scope.overridden.get();
        program.mark(callee.owner() == Owner.FACE ? Feature.CALL_INTERFACE_SUPER : Feature.CALL_SUPER);
        String prefix = callee.owner() == Owner.FACE ? "Face.super." : "super.";
        return arguments(callee, prefix, scope, depth);
    }

    private Node call(Callee callee, Scope scope, int depth) {
        mark(callee);
        return arguments(callee, receiver(callee, scope), scope, depth);
    }

    private void mark(Callee callee) {
        program.mark(
                switch (callee.owner()) {
                    case SELF -> Feature.CALL_FUSED;
                    case BASE -> callee.name().equals("same") ? Feature.CALL_GENERIC_BRIDGE : Feature.CALL_VIRTUAL;
                    case REC -> Feature.CALL_OF_RECORD;
                    case MODE -> Feature.CALL_OF_ENUM_CONSTANT;
                    case FACE ->
                        switch (callee.access()) {
                            case STATIC -> Feature.CALL_INTERFACE_STATIC;
                            case PRIVATE -> Feature.CALL_INTERFACE_PRIVATE;
                            case INSTANCE -> Feature.CALL_INTERFACE_DEFAULT;
                        };
                });
        switch (callee.returns()) {
            case FUTURE -> program.mark(Feature.CALL_HOT_FUTURE);
            case STAGE -> program.mark(Feature.CALL_HOT_STAGE);
            case COLD, VALUES -> {}
        }
    }

    private String receiver(Callee callee, Scope scope) {
        if (callee.isStatic()) {
            return callee.owner() == Owner.FACE ? "Face." : "";
        }
        if (scope.hasThis && scope.owner == callee.owner() && dice.chance(70)) {
            return "";
        }
        return switch (callee.owner()) {
            case SELF -> "new " + Program.SELF + "().";
            case BASE -> dice.pick("new Base<Integer>(1).", "new Derived(2).", "((Base<Integer>) new Derived(3)).");
            case FACE -> dice.pick("((Face) new Rec(1, \"r\")).", "((Face) Mode.FAST).", "((Face) new Face() {}).");
            case REC -> "new Rec(2, null).";
            case MODE -> dice.pick("Mode.SLOW.", "Mode.FAST.");
        };
    }

    private Node arguments(Callee callee, String receiver, Scope scope, int depth) {
        Node call = Node.other(receiver, callee.name() + "(");
        int count = callee.parameters().size();
        for (int i = 0; i < count; i++) {
            Type type = callee.parameters().get(i);
            String comma = i == 0 ? "" : ", ";
            if (callee.isVarargs() && i == count - 1 && dice.chance(80)) {
                program.mark(Feature.CALL_VARARGS);
                int spread = dice.between(0, 3);
                for (int k = 0; k < spread; k++) {
                    call.add(k == 0 ? comma : ", ").add(expressions().of(type.element(), scope, depth - 1));
                }
            } else {
                call.add(comma)
                        .add(
                                count > 8
                                        ? expressions().leaf(type, scope)
                                        : expressions().of(type, scope, depth - 1));
            }
        }
        return call.add(")");
    }
}
