package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Node.Choice;
import java.util.List;
import java.util.Optional;

/** Writes random expressions of a given type. */
final class ExpressionGenerator {

    private final ProgramGenerator program;
    private final Dice dice;

    ExpressionGenerator(ProgramGenerator program) {
        this.program = program;
        dice = program.dice;
    }

    Node any(Scope scope, int depth) {
        return of(Type.any(dice), scope, depth);
    }

    /** An expression of exactly this type. */
    Node of(Type type, Scope scope, int depth) {
        if (depth <= 0) {
            return leaf(type, scope);
        }
        int choice = dice.roll(100);
        if (choice < 22) {
            return leaf(type, scope);
        }
        if (choice < 36 && scope.maySuspend()) {
            return suspension(type, scope, depth - 1);
        }
        if (choice < 42) {
            return Node.expression(
                    type,
                    "(" + cast(type),
                    "(",
                    of(BOOLEAN, scope, depth - 1),
                    " ? ",
                    of(type, scope, depth - 1),
                    " : ",
                    of(type, scope, depth - 1),
                    "))");
        }
        if (choice < 48 && program.release >= 14) {
            return program.release >= 21 && dice.chance(30)
                    ? program.patterns.switchExpression(type, scope, depth - 1)
                    : program.switches.expression(type, scope, depth - 1);
        }
        if (choice < 51 && program.release >= 16) {
            return program.patterns.instanceOf(type, scope, depth - 1);
        }
        if (choice < 54) {
            return noted(type, scope, depth - 1);
        }
        if (choice < 64) {
            return program.assignments.expression(type, scope, depth - 1);
        }
        if (choice < 69) {
            return arrayElement(type, scope, depth - 1);
        }
        if (choice < 72) {
            return program.closures.plainLambda(type, scope, depth - 1);
        }
        if (choice < 75 && type != BOOLEAN) {
            return Node.expression(
                    type, "(" + cast(type) + "Gate.<" + type.boxed + ">id(", of(type, scope, depth - 1), "))");
        }
        return special(type, scope, depth - 1);
    }

    static String cast(Type type) {
        return "(" + type.source + ") ";
    }

    Node leaf(Type type, Scope scope) {
        List<Variable> fitting =
                scope.variables.stream().filter(v -> v.type() == type).toList();
        if (!fitting.isEmpty() && dice.chance(70)) {
            return Node.expression(type, dice.pick(fitting).name());
        }
        return Node.expression(type, program.literals.of(type));
    }

    /** An expression that may suspend on its way to a value. */
    Node suspension(Type type, Scope scope, int depth) {
        if (!program.isAsync() || scope.mayGive() && dice.chance(40)) {
            return yielding(type, scope, depth);
        }
        if (dice.chance(35)) {
            Optional<Node> call = program.calls.awaited(type, scope, depth);
            if (call.isPresent()) {
                return call.get();
            }
        }
        if (dice.chance(7)) {
            return program.closures.awaited(type, scope, depth);
        }
        if (dice.chance(4)) {
            program.mark(Feature.AWAIT_ASYNC_OF);
            return Node.expression(
                    type,
                    "(" + cast(type),
                    new Choice("Gate.<" + type.boxed + ">id(", "await(Async.<" + type.boxed + ">of("),
                    of(type, scope, depth),
                    new Choice(")", "))"),
                    ")");
        }
        return Node.expression(type, "(" + cast(type), suspended(of(type, scope, depth)), ")");
    }

    /** The await of something that gives the value, which suspends or fails as decided when it runs. */
    Node suspended(Node value) {
        boolean isStage = !program.isOnLoop && dice.chance(25);
        program.mark(isStage ? Feature.AWAIT_STAGE : Feature.AWAIT);
        return Node.other(
                new Choice("Gate.susp(", isStage ? "await(Gate.stage(" : "await(Gate.pass("),
                value,
                new Choice(")", "))"));
    }

    private Node yielding(Type type, Scope scope, int depth) {
        if (dice.chance(25) && program.calls.canDelegate()) {
            return Node.expression(
                    type,
                    "(" + cast(type) + "Gate.then(",
                    program.calls.delegated(scope, depth),
                    ", ",
                    of(type, scope, depth - 1),
                    "))");
        }
        Node value = Node.other(new Choice("Gate.give(", "Generator.yield("), any(scope, depth), ")");
        program.mark(Feature.YIELD);
        if (program.family == Program.Family.GENERATOR && type == INT && dice.chance(70)) {
            program.mark(Feature.YIELD_SENT);
            return Node.expression(INT, "Gate.asInt(", value, ")");
        }
        return Node.expression(type, "(" + cast(type) + "Gate.then(", value, ", ", of(type, scope, depth - 1), "))");
    }

    /** A value that the log notes. */
    Node noted(Type type, Scope scope, int depth) {
        return Node.expression(type, type.note(program.tag()), of(type, scope, depth), ")");
    }

    private Node arrayElement(Type type, Scope scope, int depth) {
        for (Type array : Type.ARRAYS) {
            if (array.element() == type) {
                return Node.expression(type, of(array, scope, depth), "[", index(scope, depth), "]");
            }
        }
        return special(type, scope, depth);
    }

    Node index(Scope scope, int depth) {
        return Node.expression(INT, "(", of(INT, scope, depth), " & " + (dice.chance(96) ? "1" : "3") + ")");
    }

    /** What only this type has. */
    Node special(Type type, Scope scope, int depth) {
        return switch (type) {
            case BOOLEAN -> condition(scope, depth);
            case BYTE, SHORT, CHAR ->
                Node.expression(
                        type, "(" + cast(type) + "(", arithmetic(dice.pick(INT, LONG, DOUBLE), scope, depth), "))");
            case INT -> ofInt(scope, depth);
            case LONG ->
                dice.chance(25)
                        ? Node.expression(
                                type,
                                "Gate.mix(",
                                of(INT, scope, depth),
                                ", ",
                                of(LONG, scope, depth),
                                ", ",
                                of(DOUBLE, scope, depth),
                                ", ",
                                any(scope, depth),
                                ", ",
                                of(BYTE, scope, depth),
                                ")")
                        : arithmetic(type, scope, depth);
            case FLOAT, DOUBLE ->
                dice.chance(60)
                        ? arithmetic(type, scope, depth)
                        : Node.expression(type, "(" + cast(type), of(dice.pick(Type.NUMERIC), scope, depth), ")");
            case INTEGER -> Node.expression(type, "((Integer) ", of(INT, scope, depth), ")");
            case LONGER -> Node.expression(type, "((Long) ", of(LONG, scope, depth), ")");
            case TREE -> tree(scope, depth);
            case STRING -> concatenation(scope, depth);
            case OBJECT -> Node.expression(type, "((Object) ", any(scope, depth), ")");
            case POINT -> point(scope, depth);
            case SHAPE ->
                dice.chance(50)
                        ? Node.expression(
                                type,
                                "((Shape) (",
                                of(BOOLEAN, scope, depth),
                                " ? ",
                                of(POINT, scope, depth),
                                " : new Circle(",
                                of(INT, scope, depth),
                                ")))")
                        : Node.expression(type, "Gate.shape(", of(INT, scope, depth), ")");
            case LIST ->
                dice.chance(50)
                        ? Node.expression(type, "Gate.list(", of(INT, scope, depth), ", ", of(INT, scope, depth), ")")
                        : Node.expression(type, "new ArrayList<Integer>(", of(LIST, scope, depth), ")");
            default -> array(type, scope, depth);
        };
    }

    private Node tree(Scope scope, int depth) {
        return dice.chance(50)
                ? Node.expression(TREE, "((Tree) new Tree.Leaf(", of(INT, scope, depth), "))")
                : Node.expression(
                        TREE,
                        "((Tree) new Tree.Pair(",
                        of(TREE, scope, depth),
                        ", ",
                        of(dice.pick(OBJECT, INTEGER, TREE), scope, depth),
                        "))");
    }

    private Node array(Type type, Scope scope, int depth) {
        if (type == MATRIX && dice.chance(50)) {
            return Node.expression(
                    type,
                    "(new int[((",
                    of(INT, scope, depth),
                    ") & 3) + 2][((",
                    of(INT, scope, depth),
                    ") & 3) + 2])");
        }
        if (dice.chance(30) && type != STRINGS) {
            boolean matrix = type == MATRIX;
            return Node.expression(
                    type,
                    "(new " + (matrix ? "int" : type.element().source) + "[((",
                    of(INT, scope, depth),
                    ") & 3) + 2]" + (matrix ? "[2])" : ")"));
        }
        Node array = Node.expression(type, "(new " + type.source + " {");
        int length = dice.between(2, 4);
        for (int i = 0; i < length; i++) {
            array.add(of(type.element(), scope, depth)).add(i + 1 < length ? ", " : "");
        }
        return array.add("})");
    }

    private Node arithmetic(Type type, Scope scope, int depth) {
        List<String> operators = Type.INTEGRAL.contains(type)
                ? List.of("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>")
                : List.of("+", "-", "*", "/", "%");
        String operator = dice.pick(operators);
        Node right = of(type, scope, depth);
        return Node.expression(
                type,
                "(",
                operand(type, scope, depth),
                " " + operator + " ",
                Type.INTEGRAL.contains(type) ? divisor(operator, right) : right,
                ")");
    }

    /** The right side of an operator; a divisor is seldom zero, or most programs would end there. */
    Node divisor(String operator, Node value) {
        boolean divides = operator.startsWith("/") || operator.startsWith("%");
        return divides && dice.chance(96) ? Node.other("(", value, " | 1)") : value;
    }

    /** A value of a numeric type, sometimes in its box. */
    private Node operand(Type type, Scope scope, int depth) {
        if (type != INT && type != LONG || !dice.chance(15)) {
            return of(type, scope, depth);
        }
        program.mark(Feature.BOXED_ARITHMETIC);
        return of(type == INT ? INTEGER : LONGER, scope, depth);
    }

    private Node ofInt(Scope scope, int depth) {
        return switch (dice.roll(10)) {
            case 0 -> Node.expression(INT, "(", of(STRING, scope, depth), ").length()");
            case 1 -> Node.expression(INT, "(", of(POINT, scope, depth), ").x");
            case 2 -> Node.expression(INT, "(", of(SHAPE, scope, depth), ").size()");
            case 3 -> Node.expression(INT, "(", of(dice.pick(Type.ARRAYS), scope, depth), ").length");
            case 4 -> Node.expression(INT, "((int) ", of(dice.pick(Type.NUMERIC), scope, depth), ")");
            case 5 ->
                Node.expression(
                        INT,
                        "Gate.sum(",
                        of(INT, scope, depth),
                        ", ",
                        of(INT, scope, depth),
                        ", ",
                        of(INT, scope, depth),
                        ")");
            case 6 -> Node.expression(INT, "((int) ", of(INTEGER, scope, depth), ")");
            default -> arithmetic(INT, scope, depth);
        };
    }

    Node condition(Scope scope, int depth) {
        Type compared = dice.pick(INT, INT, LONG, DOUBLE, CHAR, BYTE);
        return switch (dice.roll(9)) {
            case 0 ->
                Node.expression(
                        BOOLEAN,
                        "(",
                        of(BOOLEAN, scope, depth),
                        dice.pick(" && ", " || "),
                        of(BOOLEAN, scope, depth),
                        ")");
            case 1 ->
                Node.expression(
                        BOOLEAN,
                        "(",
                        of(BOOLEAN, scope, depth),
                        dice.pick(" && ", " || ", " & ", " | ", " ^ "),
                        of(BOOLEAN, scope, depth),
                        ")");
            case 2 -> Node.expression(BOOLEAN, "(!", of(BOOLEAN, scope, depth), ")");
            case 3 ->
                Node.expression(
                        BOOLEAN,
                        "(",
                        of(OBJECT, scope, depth),
                        dice.pick(" instanceof String", " instanceof Point", " == null", " != null") + ")");
            case 4 -> {
                Type type = Type.any(dice);
                yield type.isPrimitive()
                        ? Node.expression(BOOLEAN, "(", of(INT, scope, depth), " == 0)")
                        : Node.expression(BOOLEAN, "(", of(type, scope, depth), " == null)");
            }
            default ->
                Node.expression(
                        BOOLEAN,
                        "(",
                        of(compared, scope, depth),
                        " " + dice.pick("<", "<=", ">", ">=", "==", "!=") + " ",
                        of(compared, scope, depth),
                        ")");
        };
    }

    private Node concatenation(Scope scope, int depth) {
        program.mark(Feature.CONCATENATION);
        if (dice.chance(20)) {
            return Node.expression(STRING, "Gate.show(", any(scope, depth), ")");
        }
        Node result = Node.expression(STRING, "(\"" + dice.pick("", "k", "m") + "\"");
        int length = dice.between(1, 4);
        for (int i = 0; i < length; i++) {
            Type type = Type.any(dice);
            boolean printable = !type.isArray() && type != OBJECT;
            result.add(" + ")
                    .add(printable ? of(type, scope, depth) : Node.other("Gate.show(", of(type, scope, depth), ")"));
        }
        return result.add(")");
    }

    private Node point(Scope scope, int depth) {
        return switch (dice.roll(6)) {
            case 0 ->
                Node.expression(
                        program.marked(Feature.NEW_NESTED, POINT),
                        "new Point(",
                        of(dice.pick(SHAPE, POINT), scope, depth),
                        ", ",
                        of(STRING, scope, depth),
                        ", ",
                        of(DOUBLE, scope, depth),
                        ")");
            case 1 -> {
                Node inner = of(INT, scope.local(Scope.Body.PLAIN, INT, Callee.Returns.COLD), depth);
                yield Node.expression(
                        POINT,
                        "((Point) new Point(",
                        of(INT, scope, depth),
                        ", ",
                        of(LONG, scope, depth),
                        ") {\n@Override public int size() {\ntry { return ",
                        inner,
                        "; } catch (Throwable t) { return 77; }\n}\n})");
            }
            case 2 -> Node.expression(POINT, "(", of(POINT, scope, depth), ").move(", of(INT, scope, depth), ")");
            case 3 -> program.freshPoint(scope, depth);
            default -> Node.expression(POINT, "new Point(", of(INT, scope, depth), ", ", of(LONG, scope, depth), ")");
        };
    }
}
