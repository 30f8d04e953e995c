package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import java.util.List;

/** Writes assignments of all forms, as expressions and as statements. */
final class AssignmentGenerator {

    private final ProgramGenerator program;
    private final ExpressionGenerator expressions;
    private final Dice dice;

    AssignmentGenerator(ProgramGenerator program) {
        this.program = program;
        expressions = program.expressions;
        dice = program.dice;
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
        if (choice < 8 && type == INT && !scope.guards) {
            return Node.other(expressions.of(POINT, scope, depth), ".x");
        }
        if (choice < 8 && type == LONG && !scope.guards) {
            return Node.other(expressions.of(POINT, scope, depth), ".y");
        }
        for (Type array : Type.ARRAYS) {
            if (array.element() == type) {
                return Node.other(expressions.of(array, scope, depth), "[", expressions.index(scope, depth), "]");
            }
        }
        return fitting.isEmpty() ? null : Node.other(dice.pick(fitting).name());
    }

    Node expression(Type type, Scope scope, int depth) {
        Node place = place(type, scope, depth);
        return place == null
                ? expressions.special(type, scope, depth)
                : Node.expression(type, "(", to(place, type, scope, depth), ")");
    }

    /** {@code a = b}, {@code a += b}, {@code a++} and the like, as a statement without its semicolon. */
    Node statement(Type type, Scope scope, int depth) {
        Node place = place(type, scope, depth);
        return place == null ? Node.other(expressions.noted(type, scope, depth)) : to(place, type, scope, depth);
    }

    private static boolean isElement(Node place) {
        return place.parts.contains("[");
    }

    private Node to(Node place, Type type, Scope scope, int depth) {
        int choice = dice.roll(10);
        if (choice < 7 && (type.isNumeric() || type.isBoxed())) {
            program.mark(isElement(place) ? Feature.COMPOUND_ASSIGNMENT_OF_ELEMENT : Feature.COMPOUND_ASSIGNMENT);
        }
        if ((type.isNumeric() || type.isBoxed()) && choice < 3) {
            String operator = dice.pick("++", "--");
            return dice.chance(50) ? Node.other(place, operator) : Node.other(operator, place);
        }
        if (type.isNumeric() && choice < 7) {
            boolean bits = Type.INTEGRAL.contains(type) && dice.chance(40);
            String operator =
                    bits ? dice.pick("&=", "|=", "^=", "<<=", ">>=", ">>>=") : dice.pick("+=", "-=", "*=", "/=", "%=");
            Type operand = bits ? dice.pick(INT, LONG, BYTE) : dice.pick(Type.NUMERIC);
            Node right = expressions.of(operand, scope, depth);
            return Node.other(
                    place,
                    " " + operator + " ",
                    Type.INTEGRAL.contains(operand) ? expressions.divisor(operator, right) : right);
        }
        if (type.isBoxed() && choice < 7) {
            String operator = dice.pick("+=", "-=", "*=", "/=", "^=");
            Type operand = type == INTEGER ? dice.pick(INT, BYTE, INTEGER) : dice.pick(INT, LONG, LONGER);
            return Node.other(
                    place, " " + operator + " ", expressions.divisor(operator, expressions.of(operand, scope, depth)));
        }
        if (type == BOOLEAN && choice < 6) {
            return Node.other(place, dice.pick(" &= ", " |= ", " ^= "), expressions.of(BOOLEAN, scope, depth));
        }
        if (type == STRING && choice < 6) {
            return Node.other(place, " += ", expressions.of(dice.pick(INT, STRING, LONG, BOOLEAN, CHAR), scope, depth));
        }
        return Node.other(place, " = ", expressions.of(type, scope, depth));
    }
}
