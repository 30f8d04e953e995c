package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Scope.Target;
import dev.reprise.it.fuzz.StatementGenerator.Block;

/** Writes loops. */
final class LoopGenerator {

    private final ProgramGenerator program;
    private final StatementGenerator statements;
    private final ExpressionGenerator expressions;
    private final Dice dice;

    LoopGenerator(ProgramGenerator program, StatementGenerator statements) {
        this.program = program;
        this.statements = statements;
        expressions = program.expressions;
        dice = program.dice;
    }

    Node loop(Scope scope, int depth) {
        Target target = new Target(program.name("L"), true, true);
        String counter = program.name("i");
        int rounds = dice.between(1, 4);
        int variables = scope.variables.size();
        Node before = Node.other();
        Node loop;
        switch (dice.roll(6)) {
            case 0 -> {
                scope.variables.add(new Variable(counter, INT, dice.chance(15), false));
                Node condition = expressions.of(BOOLEAN, scope, depth - 1);
                Node step = dice.chance(60)
                        ? Node.other(counter + "++")
                        : Node.other(counter + "++, ", program.assignments.statement(INT, scope, depth - 1));
                Block body = body(target, scope, depth);
                loop = Node.other(
                        "for (int " + counter + " = 0; " + counter + " < " + rounds,
                        dice.chance(40) ? Node.other(" && ", condition) : Node.other(),
                        "; ",
                        step,
                        ") ",
                        body.node(),
                        "\n");
            }
            case 1 -> {
                before = Node.other("int " + counter + " = 0;\n");
                Node condition = expressions.of(BOOLEAN, scope, depth - 1);
                scope.variables.add(new Variable(counter, INT, false, false));
                Block body = body(target, scope, depth);
                loop = Node.other("while (" + counter + "++ < " + rounds + " && ", condition, ") ", body.node(), "\n");
            }
            case 2 -> {
                before = Node.other("int " + counter + " = 0;\n");
                Node condition = expressions.of(BOOLEAN, scope, depth - 1);
                Block body = body(target, scope, depth);
                boolean completes = body.completes() || target.broken || target.continued;
                loop = Node.jumping(
                        completes,
                        "do ",
                        body.node(),
                        " while (" + counter + "++ < " + rounds + " && ",
                        condition,
                        ");\n");
            }
            case 3 -> {
                before = Node.other("int " + counter + " = 0;\n");
                target.broken = true;
                Block body = body(target, scope, depth);
                body.node().parts.add(1, "if (" + counter + "++ >= " + rounds + ") break;\n");
                loop = Node.other(dice.pick("for (;;) ", "while (true) "), body.node(), "\n");
            }
            case 4 -> {
                Type array = dice.pick(Type.ARRAYS);
                String element = program.name("e");
                Node over = expressions.of(array, scope, depth - 1);
                boolean isFinal = dice.chance(50);
                scope.variables.add(new Variable(element, array.element(), !isFinal, isFinal));
                Block body = body(target, scope, depth);
                loop = Node.other(
                        "for (" + array.element().source + " " + element + " : ", over, ") ", body.node(), "\n");
            }
            default -> {
                String element = program.name("e");
                Node over = dice.chance(50)
                        ? expressions.of(LIST, scope, depth - 1)
                        : Node.other("Gate.range(" + rounds + ")");
                scope.variables.add(new Variable(element, INT, false, true));
                Block body = body(target, scope, depth);
                loop = Node.other("for (int " + element + " : ", over, ") ", body.node(), "\n");
            }
        }
        StatementGenerator.forget(scope, variables);
        return Node.jumping(loop.completes, before, target.label + ": ", loop);
    }

    private Block body(Target target, Scope scope, int depth) {
        scope.enter(target);
        Block body = statements.braced("Gate.fuel();\n", scope, depth);
        scope.targets.pop();
        return body;
    }
}
