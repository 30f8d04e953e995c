package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Callee.Returns;
import dev.reprise.it.fuzz.Node.Choice;

/** Writes lambdas and classes inside of bodies, plain ones and coroutines. */
final class ClosureGenerator {

    private final ProgramGenerator program;
    private final Dice dice;

    ClosureGenerator(ProgramGenerator program) {
        this.program = program;
        dice = program.dice;
    }

    /** A coroutine that is written where it is awaited. */
    Node awaited(Type type, Scope scope, int depth) {
        return switch (dice.roll(4)) {
            case 0 -> anonymous(type, scope, depth);
            case 1 -> withParameters(type, scope, depth);
            default -> lambda(type, scope, depth);
        };
    }

    private Returns returns() {
        Returns returns = program.isOnLoop ? Returns.COLD : dice.pick(Returns.COLD, Returns.COLD, Returns.FUTURE);
        if (returns.isHot()) {
            program.mark(Feature.LAMBDA_COROUTINE_HOT);
        }
        return returns;
    }

    private void markLambda(Scope scope) {
        program.mark(scope.nesting > 0 ? Feature.LAMBDA_COROUTINE_NESTED : Feature.LAMBDA_COROUTINE);
    }

    private Node lambda(Type type, Scope scope, int depth) {
        markLambda(scope);
        Returns returns = returns();
        Node body =
                program.statements.body(scope.lambda(Scope.Body.COROUTINE, type, returns), dice.between(0, 2), depth);
        return Node.expression(
                type,
                "((" + type.source + ") ",
                new Choice("((Gate.Body<", "await(((Gate.Body<"),
                returns.type(type),
                ">) () -> {\n",
                body,
                new Choice("}).get()", "}).get())"),
                ")");
    }

    private Node withParameters(Type type, Scope scope, int depth) {
        markLambda(scope);
        Returns returns = returns();
        Scope inner = scope.lambda(Scope.Body.COROUTINE, type, returns);
        Type first = dice.pick(INTEGER, STRING, OBJECT, POINT, INTS, LIST, TREE);
        String one = program.name("p");
        String two = program.name("p");
        inner.variables.add(new Variable(one, first, true, false));
        inner.variables.add(new Variable(two, LONGER, false, true));
        Node body = program.statements.body(inner, dice.between(0, 2), depth);
        return Node.expression(
                type,
                "((" + type.source + ") ",
                new Choice(
                        "((Gate.Body2<" + first.boxed + ", Long, ", "await(((Gate.Body2<" + first.boxed + ", Long, "),
                returns.type(type),
                ">) (" + first.source + " " + one + ", Long " + two + ") -> {\n",
                body,
                "}).get(",
                program.expressions.of(first, scope, depth),
                ", ",
                program.expressions.of(LONGER, scope, depth),
                new Choice(")", "))"),
                ")");
    }

    private Node anonymous(Type type, Scope scope, int depth) {
        program.mark(Feature.ANONYMOUS_CLASS_COROUTINE);
        Returns returns = returns();
        Node body =
                program.statements.body(scope.local(Scope.Body.COROUTINE, type, returns), dice.between(0, 2), depth);
        return Node.expression(
                type,
                "((" + type.source + ") ",
                new Choice("new Gate.Body<", "await(new Gate.Body<"),
                returns.type(type),
                ">() {\n",
                new Choice("@Override public ", "@Override @Coroutine public "),
                returns.type(type),
                " get() throws Throwable {\n",
                body,
                new Choice("}\n}.get()", "}\n}.get())"),
                ")");
    }

    /** A lambda in a variable that is called twice: each call is a coroutine of its own. */
    Node calledTwice(Scope scope, int depth) {
        program.mark(Feature.LAMBDA_COROUTINE_CALLED_TWICE);
        markLambda(scope);
        Type type = Type.any(dice);
        Returns returns = returns();
        String name = program.name("l");
        String first = program.name("v");
        String second = program.name("v");
        Scope inner = scope.lambda(Scope.Body.COROUTINE, type, returns);
        Node body = program.statements.body(inner, dice.between(0, 2), depth - 1);
        Choice call = new Choice(name + ".get();\n", "await(" + name + ".get());\n");
        Node twice = Node.statement(
                "final Gate.Body<",
                returns.type(type),
                "> " + name + " = () -> {\n",
                body,
                "};\nfinal " + type.source + " " + first + " = ",
                call,
                "final " + type.source + " " + second + " = ",
                call);
        scope.variables.add(new Variable(first, type, false, true));
        scope.variables.add(new Variable(second, type, false, true));
        return twice;
    }

    /** A call of a lambda that does not suspend. */
    Node plainLambda(Type type, Scope scope, int depth) {
        program.mark(Feature.LAMBDA_PLAIN);
        Node value = program.expressions.of(type, scope.lambda(Scope.Body.PLAIN, type, Returns.COLD), depth);
        return Node.expression(
                type, "((" + type.source + ") ((Gate.Body<" + type.boxed + ">) () -> ", value, ").get())");
    }

    Node localClass(Scope scope, int depth) {
        boolean isCoroutine = program.isAsync() && scope.maySuspend() && dice.chance(60);
        boolean isRecord = program.release >= 16 && dice.chance(25);
        program.mark(
                !isCoroutine
                        ? Feature.LOCAL_CLASS
                        : isRecord ? Feature.LOCAL_RECORD_COROUTINE : Feature.LOCAL_CLASS_COROUTINE);
        String className = program.name("Local");
        String name = program.name("v");
        String field = program.name("kept");
        Type kept = dice.pick(INT, LONG, STRING, POINT);
        Type result = Type.any(dice);
        Returns returns =
                isCoroutine && !program.isOnLoop ? dice.pick(Returns.COLD, Returns.COLD, Returns.STAGE) : Returns.COLD;
        Scope.Body sort = isCoroutine ? Scope.Body.COROUTINE : Scope.Body.PLAIN;
        Scope inner = isRecord
                ? new Scope(sort, Callee.Owner.SELF, false, result, returns)
                : scope.local(sort, result, returns);
        inner.variables.add(new Variable(field, kept, false, !isCoroutine || isRecord));
        Node body = program.statements.body(inner, dice.between(0, 2), 1);
        String head = isRecord
                ? "record " + className + "(" + kept.source + " " + field + ") {\n"
                : "class " + className + " {\nfinal " + kept.source + " " + field + ";\n" + className + "("
                        + kept.source + " given) {\nGate.log(\"" + program.tag() + " made\");\n" + field
                        + " = given;\n}\n";
        Node declared = Node.statement(
                head,
                isCoroutine
                        ? Node.other(new Choice("", "@Coroutine "), returns.type(result))
                        : Node.other(result.source),
                " get() throws Throwable {\n",
                body,
                "}\n}\n",
                result.source + " " + name + " = ",
                isCoroutine ? new Choice("", "await(") : "",
                "new " + className + "(",
                program.expressions.of(kept, scope, depth),
                isCoroutine ? new Choice(").get();\n", ").get());\n") : ").get();\n");
        scope.variables.add(new Variable(name, result, true, false));
        return declared;
    }
}
