package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Node.Choice;
import java.util.List;

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
        if (choice < 48) {
            return switchExpression(type, scope, depth - 1);
        }
        if (choice < 54) {
            return Node.expression(type, "Gate.t(" + program.tag() + ", ", of(type, scope, depth - 1), ")");
        }
        if (choice < 64) {
            return assignment(type, scope, depth - 1);
        }
        if (choice < 69) {
            return arrayElement(type, scope, depth - 1);
        }
        if (choice < 72) {
            return lambdaCall(type, scope, depth - 1);
        }
        if (choice < 75 && type != BOOLEAN) {
            return Node.expression(
                    type, "(" + cast(type) + "Gate.<" + type.boxed + ">id(", of(type, scope, depth - 1), "))");
        }
        return special(type, scope, depth - 1);
    }

    private static String cast(Type type) {
        return "(" + type.source + ") ";
    }

    Node leaf(Type type, Scope scope) {
        List<Variable> fitting =
                scope.variables.stream().filter(v -> v.type() == type).toList();
        if (!fitting.isEmpty() && dice.chance(70)) {
            return Node.expression(type, dice.pick(fitting).name());
        }
        return Node.expression(type, literal(type));
    }

    private String literal(Type type) {
        int small = dice.between(-3, 9);
        if (!type.isPrimitive() && dice.chance(type == STRING || type == OBJECT ? 12 : 7)) {
            return "((" + type.source + ") null)";
        }
        return switch (type) {
            case BOOLEAN -> dice.chance(80) ? "Gate.flag(" + program.tag() + ")" : dice.pick("true", "false");
            case BYTE -> "((byte) " + dice.between(-130, 130) + ")";
            case SHORT -> "((short) " + dice.between(-33000, 33000) + ")";
            case CHAR -> dice.pick("'a'", "'b'", "((char) " + dice.between(0, 70000) + ")");
            case INT ->
                dice.chance(10)
                        ? dice.pick("Integer.MIN_VALUE", "65536", "(-1000)")
                        : small < 0 ? "(" + small + ")" : "" + small;
            case LONG -> dice.chance(10) ? "Long.MIN_VALUE" : "(" + small + "L)";
            case FLOAT -> "(" + small + ".5f)";
            case DOUBLE -> dice.chance(10) ? "Double.NaN" : "(" + small + ".25)";
            case STRING -> dice.pick("\"\"", "\"a\"", "\"bc\"", "\"x" + small + "\"");
            case OBJECT -> "((Object) " + dice.pick("1", "2L", "\"o\"", "3.5", "'d'", "true", "new int[1]") + ")";
            case POINT -> "new Point(" + small + ", 2L)";
            case SHAPE -> dice.pick("Gate.shape(" + small + ")", "((Shape) new Circle(" + small + "))");
            case LIST -> dice.pick("List.of(1, 2)", "List.of(3)", "List.of(4, 5, 6)");
            case MATRIX -> "(new int[" + dice.between(1, 3) + "][2])";
            case STRINGS -> dice.pick("(new String[2])", "(new String[] {\"p\", \"q\"})");
            case BOOLEANS -> "(new boolean[] {true, false})";
            default ->
                dice.chance(50)
                        ? "(new " + type.element().source + "[" + dice.between(1, 3) + "])"
                        : "(new " + type.element().source + "[] {1, 2, 3})";
        };
    }

    /** An expression that may suspend on its way to a value. */
    Node suspension(Type type, Scope scope, int depth) {
        if (!program.isAsync()) {
            return yielding(type, scope, depth);
        }
        if (dice.chance(25)) {
            Node call = program.callOfCoroutine(type, scope, depth);
            if (call != null) {
                return call;
            }
        }
        if (dice.chance(6)) {
            return coroutineLambda(type, scope, depth);
        }
        return Node.expression(
                type,
                "(" + cast(type),
                new Choice("Gate.susp(", "await(Gate.pass("),
                of(type, scope, depth),
                new Choice(")", "))"),
                ")");
    }

    private Node yielding(Type type, Scope scope, int depth) {
        Node value = Node.other(new Choice("Gate.give(", "Generator.yield("), any(scope, depth), ")");
        if (program.family == Program.Family.GENERATOR && type == INT && dice.chance(70)) {
            return Node.expression(INT, "Gate.asInt(", value, ")");
        }
        return Node.expression(type, "(" + cast(type) + "Gate.then(", value, ", ", of(type, scope, depth - 1), "))");
    }

    private Node coroutineLambda(Type type, Scope scope, int depth) {
        Scope inner = scope.inner(Scope.Body.COROUTINE, type);
        Node body = program.statements.body(inner, dice.between(0, 2), depth);
        return Node.expression(
                type,
                "(" + cast(type),
                new Choice(
                        "((Gate.Body<" + type.boxed + ">) () -> {\n",
                        "await(((Gate.Body<Async<" + type.boxed + ">>) () -> {\n"),
                body,
                new Choice("}).get()", "}).get())"),
                ")");
    }

    private Node lambdaCall(Type type, Scope scope, int depth) {
        Scope inner = scope.inner(Scope.Body.PLAIN, type);
        Node value = of(type, inner, depth);
        return Node.expression(type, "(" + cast(type) + "((Gate.Body<" + type.boxed + ">) () -> ", value, ").get())");
    }

    private Node switchExpression(Type type, Scope scope, int depth) {
        boolean strings = dice.chance(30);
        Type selector = strings ? STRING : dice.pick(INT, INT, CHAR, BYTE);
        Node result = Node.expression(type, "(" + cast(type) + "(switch (", of(selector, scope, depth), ") {\n");
        List<String> labels = strings
                ? List.of("\"a\"", "\"bc\"", "\"x1\", \"x2\"")
                : selector == CHAR ? List.of("'a'", "'b', 'c'", "'d'") : List.of("0", "1, 2", "3");
        boolean old = dice.chance(25);
        for (String label : labels.subList(0, dice.between(0, labels.size()))) {
            arm(result, "case " + label, old, type, scope, depth);
        }
        result.add(Node.other(
                (old ? "default: yield " : "default -> ") + "Gate.t(" + program.tag() + ", ",
                of(type, scope, depth),
                ");\n"));
        return result.add("}))");
    }

    private void arm(Node to, String label, boolean old, Type type, Scope scope, int depth) {
        if (old) {
            to.add(Node.other(label + ": ", armStatements(type, scope, depth)));
        } else if (dice.chance(65)) {
            to.add(Node.other(label + " -> ", of(type, scope, depth), ";\n"));
        } else if (dice.chance(15)) {
            to.add(Node.other(label + " -> throw new Gate.Oops(\"arm " + program.tag() + "\");\n"));
        } else {
            to.add(Node.other(label + " -> {\n", armStatements(type, scope, depth), "}\n"));
        }
    }

    private Node armStatements(Type type, Scope scope, int depth) {
        var yieldingBefore = scope.yielding;
        boolean sealedBefore = scope.sealed;
        var targetsBefore = List.copyOf(scope.targets);
        int variables = scope.variables.size();
        scope.yielding = java.util.Optional.of(type);
        scope.sealed = true;
        scope.targets.clear();
        Node arm = Node.other();
        program.statements.block(arm, scope, dice.between(0, 2), depth);
        boolean reachable = arm.children().stream().allMatch(c -> c.completes);
        if (reachable) {
            arm.add(Node.other("yield Gate.t(" + program.tag() + ", ", of(type, scope, depth), ");\n"));
        }
        scope.targets.addAll(targetsBefore);
        scope.sealed = sealedBefore;
        scope.yielding = yieldingBefore;
        scope.variables.subList(variables, scope.variables.size()).clear();
        return arm;
    }

    private Node arrayElement(Type type, Scope scope, int depth) {
        for (Type array : Type.ARRAYS) {
            if (array.element() == type) {
                return Node.expression(type, of(array, scope, depth), "[", index(scope, depth), "]");
            }
        }
        return special(type, scope, depth);
    }

    private Node index(Scope scope, int depth) {
        return Node.expression(INT, "(", of(INT, scope, depth), " & " + dice.pick("1", "1", "3") + ")");
    }

    /** A place that can be assigned to, null if there is none. */
    private Node place(Type type, Scope scope, int depth) {
        List<Variable> fitting = scope.variables.stream()
                .filter(v -> v.assignable() && v.type() == type)
                .toList();
        int choice = dice.roll(10);
        if (choice < 6 && !fitting.isEmpty()) {
            return Node.other(dice.pick(fitting).name());
        }
        if (choice < 8 && type == INT) {
            return Node.other(of(POINT, scope, depth), ".x");
        }
        if (choice < 8 && type == LONG) {
            return Node.other(of(POINT, scope, depth), ".y");
        }
        for (Type array : Type.ARRAYS) {
            if (array.element() == type) {
                return Node.other(of(array, scope, depth), "[", index(scope, depth), "]");
            }
        }
        return fitting.isEmpty() ? null : Node.other(dice.pick(fitting).name());
    }

    private Node assignment(Type type, Scope scope, int depth) {
        Node place = place(type, scope, depth);
        return place == null
                ? special(type, scope, depth)
                : Node.expression(type, "(", assignmentTo(place, type, scope, depth), ")");
    }

    /** {@code a = b}, {@code a += b}, {@code a++} and the like, as a statement without its semicolon. */
    Node assignmentStatement(Type type, Scope scope, int depth) {
        Node place = place(type, scope, depth);
        return place == null
                ? Node.other("Gate.t(" + program.tag() + ", ", of(type, scope, depth), ")")
                : assignmentTo(place, type, scope, depth);
    }

    private Node assignmentTo(Node place, Type type, Scope scope, int depth) {
        int choice = dice.roll(10);
        if (type.isNumeric() && choice < 3) {
            String operator = dice.pick("++", "--");
            return dice.chance(50) ? Node.other(place, operator) : Node.other(operator, place);
        }
        if (type.isNumeric() && choice < 7) {
            boolean bits = Type.INTEGRAL.contains(type) && dice.chance(40);
            String operator =
                    bits ? dice.pick("&=", "|=", "^=", "<<=", ">>=", ">>>=") : dice.pick("+=", "-=", "*=", "/=", "%=");
            Type operand = bits ? dice.pick(INT, LONG, BYTE) : dice.pick(Type.NUMERIC);
            return Node.other(place, " " + operator + " ", of(operand, scope, depth));
        }
        if (type == BOOLEAN && choice < 6) {
            return Node.other(place, dice.pick(" &= ", " |= ", " ^= "), of(BOOLEAN, scope, depth));
        }
        if (type == STRING && choice < 6) {
            return Node.other(place, " += ", of(dice.pick(INT, STRING, LONG, BOOLEAN, CHAR), scope, depth));
        }
        return Node.other(place, " = ", of(type, scope, depth));
    }

    /** What only this type has. */
    private Node special(Type type, Scope scope, int depth) {
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
                        ? Node.expression(type, "List.of(", of(INT, scope, depth), ", ", of(INT, scope, depth), ")")
                        : Node.expression(type, "new ArrayList<Integer>(", of(LIST, scope, depth), ")");
            default -> array(type, scope, depth);
        };
    }

    private Node array(Type type, Scope scope, int depth) {
        if (type == MATRIX && dice.chance(50)) {
            return Node.expression(
                    type, "(new int[(", of(INT, scope, depth), ") & 3][(", of(INT, scope, depth), ") & 3])");
        }
        if (dice.chance(30)) {
            boolean matrix = type == MATRIX;
            return Node.expression(
                    type,
                    "(new " + (matrix ? "int" : type.element().source) + "[(",
                    of(INT, scope, depth),
                    ") & 3]" + (matrix ? "[])" : ")"));
        }
        Node array = Node.expression(type, "(new " + type.source + " {");
        int length = dice.between(1, 3);
        for (int i = 0; i < length; i++) {
            array.add(of(type.element(), scope, depth)).add(i + 1 < length ? ", " : "");
        }
        return array.add("})");
    }

    private Node arithmetic(Type type, Scope scope, int depth) {
        List<String> operators = Type.INTEGRAL.contains(type)
                ? List.of("+", "-", "*", "/", "%", "&", "|", "^", "<<", ">>", ">>>")
                : List.of("+", "-", "*", "/", "%");
        return Node.expression(
                type, "(", of(type, scope, depth), " " + dice.pick(operators) + " ", of(type, scope, depth), ")");
    }

    private Node ofInt(Scope scope, int depth) {
        return switch (dice.roll(9)) {
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
            case 6 -> {
                String bound = program.name("n");
                yield Node.expression(
                        INT,
                        "(",
                        of(OBJECT, scope, depth),
                        " instanceof Integer " + bound + " ? " + bound + " + 1 : ",
                        of(INT, scope, depth),
                        ")");
            }
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
                        POINT,
                        "new Point(",
                        of(dice.pick(SHAPE, POINT), scope, depth),
                        ", ",
                        of(STRING, scope, depth),
                        ", ",
                        of(DOUBLE, scope, depth),
                        ")");
            case 1 -> {
                Node inner = of(INT, scope.inner(Scope.Body.PLAIN, INT), depth);
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
