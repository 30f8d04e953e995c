package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

/** Writes values without variables. */
final class LiteralGenerator {

    private final ProgramGenerator program;
    private final Dice dice;

    LiteralGenerator(ProgramGenerator program) {
        this.program = program;
        dice = program.dice;
    }

    String of(Type type) {
        int small = dice.between(-3, 9);
        if (!type.isPrimitive() && dice.chance(2)) {
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
            case LIST -> dice.pick("Gate.list(1, 2)", "Gate.list(3)", "Gate.list(4, 5, 6)");
            case INTEGER -> "Integer.valueOf(" + dice.between(-200, 200) + ")";
            case LONGER -> "Long.valueOf(" + dice.between(-200, 200) + ")";
            case TREE ->
                dice.pick(
                        "((Tree) new Tree.Leaf(" + small + "))",
                        "((Tree) new Tree.Pair(new Tree.Leaf(" + small + "), " + small + "))");
            case MATRIX -> "(new int[" + dice.between(2, 3) + "][2])";
            case STRINGS -> "(new String[] {\"p\", \"q\"})";
            case BOOLEANS -> "(new boolean[] {true, false})";
            default ->
                dice.chance(50)
                        ? "(new " + type.element().source + "[" + dice.between(2, 4) + "])"
                        : "(new " + type.element().source + "[] {1, 2, 3})";
        };
    }
}
