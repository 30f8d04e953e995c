package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Scope.Target;
import dev.reprise.it.fuzz.StatementGenerator.Block;
import java.util.List;
import java.util.Optional;

/** Writes {@code switch} statements and expressions over values. */
final class SwitchGenerator {

    private final ProgramGenerator program;
    private final StatementGenerator statements;
    private final ExpressionGenerator expressions;
    private final Dice dice;

    SwitchGenerator(ProgramGenerator program, StatementGenerator statements) {
        this.program = program;
        this.statements = statements;
        expressions = program.expressions;
        dice = program.dice;
    }

    Node statement(Scope scope, int depth) {
        if (program.release >= 21 && dice.chance(40)) {
            return patternSwitch(scope, depth);
        }
        program.mark(Feature.SWITCH_STATEMENT);
        Target target = new Target(program.name("L"), false, true);
        Type selector = dice.pick(INT, INT, STRING, CHAR, BYTE, OBJECT);
        Node selected = selector == OBJECT
                ? Node.other("Color.values()[(", expressions.of(INT, scope, depth), ") & 1]")
                : expressions.of(selector, scope, depth);
        List<String> labels = switch (selector) {
            case STRING -> List.of("\"a\"", "\"bc\"", "\"x1\"", "\"\"");
            case CHAR -> List.of("'a'", "'b'", "'c'");
            case OBJECT -> List.of("RED", "GREEN", "BLUE");
            default -> List.of("0", "1", "2", "7");
        };
        if (selector == STRING) {
            program.mark(Feature.SWITCH_STRING);
        }
        boolean arrows = program.release >= 14 && dice.chance(50);
        boolean hasDefault = dice.chance(60);
        scope.enter(target);
        int variables = scope.variables.size();
        Node cases = Node.other();
        boolean completes = !hasDefault;
        boolean lastCompletes = true;
        int count = dice.between(1, labels.size());
        for (int i = 0; i < count + (hasDefault ? 1 : 0); i++) {
            String label = i < count ? "case " + labels.get(i) : "default";
            Block arm = statements.braced(scope, depth);
            StatementGenerator.forget(scope, variables);
            if (arrows) {
                completes |= arm.completes();
                cases.add(Node.other(label + " -> ", arm.node(), "\n"));
            } else if (arm.completes() && dice.chance(60)) {
                target.broken = true;
                cases.add(Node.other(label + ": ", arm.node(), "\nbreak;\n"));
                lastCompletes = false;
            } else {
                cases.add(Node.other(label + ": ", arm.node(), "\n"));
                lastCompletes = arm.completes();
            }
        }
        scope.targets.pop();
        completes |= target.broken || !arrows && lastCompletes;
        return Node.jumping(completes, target.label + ": switch (", selected, ") {\n", cases, "}\n");
    }

    private Node patternSwitch(Scope scope, int depth) {
        program.mark(Feature.PATTERN_SWITCH_STATEMENT);
        Target target = new Target(program.name("L"), false, true);
        scope.enter(target);
        boolean[] completes = {false};
        Node cases = program.patterns.switching(scope, depth - 1, () -> {
            Block arm = statements.braced(scope, depth);
            completes[0] |= arm.completes();
            return Node.other(arm.node(), "\n");
        });
        scope.targets.pop();
        return Node.jumping(completes[0] || target.broken, target.label + ": ", cases, "\n");
    }

    Node expression(Type type, Scope scope, int depth) {
        boolean strings = dice.chance(30);
        program.mark(Feature.SWITCH_EXPRESSION);
        Type selector = strings ? STRING : dice.pick(INT, INT, CHAR, BYTE);
        Node result = Node.expression(
                type,
                "(" + ExpressionGenerator.cast(type) + "(switch (",
                expressions.of(selector, scope, depth),
                ") {\n");
        List<String> labels = strings
                ? List.of("\"a\"", "\"bc\"", "\"x1\", \"x2\"")
                : selector == CHAR ? List.of("'a'", "'b', 'c'", "'d'") : List.of("0", "1, 2", "3");
        boolean old = dice.chance(25);
        for (String label : labels.subList(0, dice.between(0, labels.size()))) {
            arm(result, "case " + label, old, type, scope, depth);
        }
        result.add(Node.other(old ? "default: yield " : "default -> ", expressions.noted(type, scope, depth), ";\n"));
        return result.add("}))");
    }

    private void arm(Node to, String label, boolean old, Type type, Scope scope, int depth) {
        if (old) {
            to.add(Node.other(label + ": ", armStatements(type, scope, depth)));
        } else if (dice.chance(65)) {
            to.add(Node.other(label + " -> ", expressions.of(type, scope, depth), ";\n"));
        } else if (dice.chance(15)) {
            to.add(Node.other(label + " -> throw new Gate.Oops(\"arm " + program.tag() + "\");\n"));
        } else {
            to.add(Node.other(label + " -> {\n", armStatements(type, scope, depth), "}\n"));
        }
    }

    Node armStatements(Type type, Scope scope, int depth) {
        var yieldingBefore = scope.yielding;
        boolean sealedBefore = scope.sealed;
        var targetsBefore = List.copyOf(scope.targets);
        int variables = scope.variables.size();
        scope.yielding = Optional.of(type);
        scope.sealed = true;
        scope.targets.clear();
        Node arm = Node.other();
        statements.block(arm, scope, dice.between(0, 2), depth);
        boolean reachable = arm.children().stream().allMatch(c -> c.completes);
        if (reachable) {
            arm.add(Node.other("yield ", expressions.noted(type, scope, depth), ";\n"));
        }
        scope.targets.addAll(targetsBefore);
        scope.sealed = sealedBefore;
        scope.yielding = yieldingBefore;
        scope.variables.subList(variables, scope.variables.size()).clear();
        return arm;
    }
}
