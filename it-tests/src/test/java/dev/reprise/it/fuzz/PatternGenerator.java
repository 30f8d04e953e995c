package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import java.util.ArrayList;
import java.util.List;

/** Writes patterns in {@code instanceof} and {@code switch}. */
final class PatternGenerator {

    private final ProgramGenerator program;
    private final Dice dice;

    PatternGenerator(ProgramGenerator program) {
        this.program = program;
        dice = program.dice;
    }

    private record Pattern(String text, List<Variable> bound) {}

    /** A conditional expression whose condition binds variables. */
    Node instanceOf(Type type, Scope scope, int depth) {
        program.mark(Feature.PATTERN_INSTANCEOF);
        Type selector = dice.pick(OBJECT, TREE);
        Node selected = selected(selector, scope, depth);
        Pattern pattern = pattern(selector, dice.chance(40));
        int variables = scope.variables.size();
        scope.variables.addAll(pattern.bound);
        Node more =
                dice.chance(50) ? Node.other(" && ", program.expressions.of(BOOLEAN, scope, depth - 1)) : Node.other();
        Node then = program.expressions.of(type, scope, depth);
        scope.variables.subList(variables, scope.variables.size()).clear();
        return Node.expression(
                type,
                "((" + type.source + ") (",
                selected,
                " instanceof " + pattern.text,
                more,
                " ? ",
                then,
                " : ",
                program.expressions.of(type, scope, depth),
                "))");
    }

    /** {@code if (!(x instanceof P p)) throw …;}: p can be named in what follows. It seldom throws. */
    Node bindOrThrow(Scope scope, int depth) {
        program.mark(Feature.PATTERN_BINDS_BEHIND_IF);
        Type type = dice.pick(STRING, INTEGER, POINT, INTS);
        Node selected = program.expressions.of(dice.chance(93) ? type : OBJECT, scope, depth);
        Pattern pattern = bind(type.source, type);
        scope.variables.addAll(pattern.bound);
        return Node.statement(
                "if (!(((Object) ",
                selected,
                ") instanceof " + pattern.text + ")) {\nthrow new Gate.Oops(\"no match " + program.tag() + "\");\n}\n");
    }

    /** A switch expression over patterns. */
    Node switchExpression(Type type, Scope scope, int depth) {
        program.mark(Feature.PATTERN_SWITCH);
        return Node.expression(
                type, "((" + type.source + ") (", switching(scope, depth, () -> arm(type, scope, depth)), "))");
    }

    private Node arm(Type type, Scope scope, int depth) {
        return dice.chance(60)
                ? Node.other(program.expressions.of(type, scope, depth), ";\n")
                : Node.other("{\n", program.switches.armStatements(type, scope, depth), "}\n");
    }

    /** Writes the arm of a case, in the scope as it is at that moment. */
    interface Arm {
        Node write();
    }

    /** A switch over patterns that covers everything. */
    Node switching(Scope scope, int depth, Arm arm) {
        Type selector = dice.pick(OBJECT, TREE);
        Node cases = Node.other("switch (", selected(selector, scope, depth), ") {\n");
        boolean withNull = dice.chance(50);
        if (withNull && selector == TREE) {
            cases.add(Node.other("case null -> ", arm.write()));
        }
        int guarded = dice.between(0, 3);
        for (int i = 0; i < guarded; i++) {
            cases.add(withCase(pattern(selector, true), true, scope, depth, arm));
        }
        if (selector == TREE) {
            cases.add(withCase(bind("Tree.Leaf", TREE), false, scope, depth, arm));
            cases.add(withCase(bind("Tree.Pair", TREE), false, scope, depth, arm));
        } else {
            if (dice.chance(50)) {
                cases.add(withCase(pattern(selector, dice.chance(70)), false, scope, depth, arm));
            }
            cases.add(Node.other(withNull ? "case null, default -> " : "default -> ", arm.write()));
        }
        return cases.add("}");
    }

    private Node withCase(Pattern pattern, boolean isGuarded, Scope scope, int depth, Arm arm) {
        int variables = scope.variables.size();
        scope.variables.addAll(pattern.bound);
        Node guard = isGuarded ? guard(scope, depth) : Node.other();
        Node written = Node.statement("case " + pattern.text, guard, " -> ", arm.write());
        scope.variables.subList(variables, scope.variables.size()).clear();
        return written;
    }

    private Node guard(Scope scope, int depth) {
        program.mark(Feature.PATTERN_GUARD);
        boolean suspends = scope.maySuspend() && dice.chance(40);
        Scope inner = scope.guard();
        if (suspends) {
            program.mark(Feature.PATTERN_GUARD_SUSPENDS);
        }
        return Node.other(
                " when Gate.noteBoolean(" + program.tag() + ", ",
                suspends
                        ? program.expressions.suspension(BOOLEAN, inner, depth - 1)
                        : program.expressions.of(BOOLEAN, inner, depth - 1),
                ")");
    }

    private Node selected(Type selector, Scope scope, int depth) {
        if (selector == OBJECT && dice.chance(60)) {
            Type boxed = dice.pick(INTEGER, STRING, POINT, TREE, TREE, INTS);
            return Node.other("((Object) ", program.expressions.of(boxed, scope, depth - 1), ")");
        }
        return Node.other("((" + selector.source + ") ", program.expressions.of(selector, scope, depth - 1), ")");
    }

    private Pattern pattern(Type selector, boolean canDeconstruct) {
        if (program.release >= 21 && canDeconstruct && dice.chance(selector == TREE ? 75 : 50)) {
            return deconstruction(2);
        }
        if (selector == TREE) {
            return bind(dice.pick("Tree.Leaf", "Tree.Pair"), TREE);
        }
        Type type = dice.pick(STRING, INTEGER, POINT, INTS);
        return bind(type.source, type);
    }

    private Pattern bind(String source, Type type) {
        String name = program.name("b");
        boolean assignable = type != TREE && dice.chance(20);
        return new Pattern(source + " " + name, List.of(new Variable(name, type, assignable, !assignable)));
    }

    private Pattern deconstruction(int depth) {
        program.mark(Feature.PATTERN_DECONSTRUCTION);
        List<Variable> bound = new ArrayList<>();
        if (dice.chance(40) || depth == 0) {
            String name = program.name("b");
            bound.add(new Variable(name, INT, false, true));
            return new Pattern("Tree.Leaf(" + dice.pick("int ", "var ") + name + ")", bound);
        }
        Pattern left = dice.chance(50) ? deconstruction(depth - 1) : bind(dice.pick("Tree", "var"), TREE);
        Pattern right = dice.chance(30)
                ? deconstruction(depth - 1)
                : dice.chance(50) ? bind(dice.pick("Object", "var"), OBJECT) : bind("Integer", INTEGER);
        bound.addAll(left.bound);
        bound.addAll(right.bound);
        return new Pattern("Tree.Pair(" + left.text + ", " + right.text + ")", bound);
    }
}
