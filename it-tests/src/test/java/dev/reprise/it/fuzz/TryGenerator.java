package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Node.Choice;
import dev.reprise.it.fuzz.Scope.Target;
import dev.reprise.it.fuzz.StatementGenerator.Block;
import java.util.ArrayList;
import java.util.List;

/** Writes {@code try} statements. */
final class TryGenerator {

    private static final String CHECKED = "Gate.Checked";

    private final ProgramGenerator program;
    private final StatementGenerator statements;
    private final ExpressionGenerator expressions;
    private final Dice dice;

    TryGenerator(ProgramGenerator program, StatementGenerator statements) {
        this.program = program;
        this.statements = statements;
        expressions = program.expressions;
        dice = program.dice;
    }

    /** A {@code try} statement of any sort. */
    Node attempt(Scope scope, int depth) {
        int variables = scope.variables.size();
        List<Target> targets = List.copyOf(scope.targets);
        List<Jumps> before = targets.stream().map(Jumps::of).toList();
        scope.tries++;
        List<Node> resources = dice.chance(25) ? resources(scope, depth) : List.of();
        if (!resources.isEmpty()) {
            program.mark(Feature.TRY_RESOURCES);
        }
        Block body = leaving(statements.braced("Gate.may();\n", scope, depth), 35, scope, depth);
        StatementGenerator.forget(scope, variables);
        scope.tries--;
        Node attempt = Node.other("try ");
        if (!resources.isEmpty()) {
            attempt.add("(");
            resources.forEach(attempt::add);
            attempt.add(") ");
        }
        attempt.add(body.node());
        boolean completes = body.completes();
        List<String> caught = resources.isEmpty() || dice.chance(60) ? caught() : List.of();
        boolean finallyComes = caught.isEmpty() && resources.isEmpty() || dice.chance(40);
        scope.tries += finallyComes ? 1 : 0;
        List<Node> handlers = new ArrayList<>();
        for (String types : caught) {
            String name = program.name("x");
            program.mark(types.contains("|") ? Feature.CATCH_MULTI : Feature.TRY_CATCH);
            Block handler = leaving(
                    statements.braced("Gate.caught(" + program.tag() + ", " + name + ");\n", scope, depth),
                    finallyComes ? 25 : 5,
                    scope,
                    depth);
            if (dice.chance(10) && handler.completes()) {
                handler.node()
                        .parts
                        .add(
                                handler.node().parts.size() - 1,
                                Node.statement("if (", expressions.of(BOOLEAN, scope, 1), ") throw " + name + ";\n"));
            }
            completes |= handler.completes();
            handlers.add(handler.node());
            attempt.add(" catch (" + types + " " + name + ") ").add(handler.node());
        }
        scope.tries -= finallyComes ? 1 : 0;
        if (finallyComes) {
            List<Jumps> jumped = targets.stream().map(Jumps::of).toList();
            restore(targets, before);
            Block last = leaving(
                    statements.braced("Gate.log(\"finally " + program.tag() + "\");\n", scope, depth), 5, scope, depth);
            if (last.completes()) {
                for (int i = 0; i < targets.size(); i++) {
                    targets.get(i).broken |= jumped.get(i).broken;
                    targets.get(i).continued |= jumped.get(i).continued;
                }
            }
            attempt.add(" finally ").add(last.node());
            completes &= last.completes();
            program.mark(Feature.TRY_FINALLY);
            if (!caught.isEmpty()
                    && suspends(body.node())
                    && suspends(last.node())
                    && handlers.stream().anyMatch(this::suspends)) {
                program.mark(Feature.TRY_SUSPENDS_IN_BODY_CATCH_AND_FINALLY);
            }
        }
        return Node.jumping(completes, attempt, "\n");
    }

    /** A block, at whose end there may be a jump out of the try statement. */
    private Block leaving(Block block, int percent, Scope scope, int depth) {
        if (block.completes() && dice.chance(percent)) {
            block.node().parts.add(block.node().parts.size() - 1, statements.leaving(scope, depth - 1));
        }
        return block;
    }

    /** A block in a cancel scope. */
    Node cancelScope(Scope scope, int depth) {
        program.mark(Feature.CANCEL_SCOPE_BLOCK);
        String name = program.name("c");
        boolean isShield = dice.chance(30);
        int variables = scope.variables.size();
        scope.tries++;
        scope.cancelScopes.add(name);
        Block body = leaving(statements.braced("Gate.may();\n", scope, depth), 35, scope, depth);
        scope.cancelScopes.remove(name);
        scope.tries--;
        StatementGenerator.forget(scope, variables);
        String caught = program.name("x");
        Block handler = statements.braced(name + ".absorb(" + caught + ");\n", scope, depth);
        StatementGenerator.forget(scope, variables);
        return Node.jumping(
                body.completes() || handler.completes(),
                "final ",
                new Choice("PlainScope " + name + " = Gate.", "CancelScope " + name + " = CancelScope."),
                isShield ? Node.other("shield();\n") : Node.other(new Choice("scope();\n", "create();\n")),
                "try (",
                new Choice("PlainScope ", "CancelScope "),
                program.name("b") + " = " + name + ".enter()) ",
                body.node(),
                " catch (Cancelled " + caught + ") ",
                handler.node(),
                "\n");
    }

    private boolean suspends(Node node) {
        return node.parts.stream()
                .anyMatch(part -> part instanceof Choice || part instanceof Node child && suspends(child));
    }

    /** Which jumps to a target can happen. */
    private record Jumps(boolean broken, boolean continued) {
        static Jumps of(Target target) {
            return new Jumps(target.broken, target.continued);
        }
    }

    private static void restore(List<Target> targets, List<Jumps> jumps) {
        for (int i = 0; i < targets.size(); i++) {
            targets.get(i).broken = jumps.get(i).broken;
            targets.get(i).continued = jumps.get(i).continued;
        }
    }

    private List<Node> resources(Scope scope, int depth) {
        List<Node> resources = new ArrayList<>();
        int count = dice.between(1, 2);
        for (int i = 0; i < count; i++) {
            if (program.hasSlow && scope.maySuspend() && dice.chance(50)) {
                program.mark(Feature.ASYNC_WITH);
                resources.add(Node.other(
                        "Slow " + program.name("r") + " = Gate.mostly(" + program.tag() + ") ? new Slow(",
                        expressions.of(INT, scope, depth - 1),
                        ") : null; "));
                continue;
            }
            boolean suspending = scope.maySuspend() && program.isAsync() && dice.chance(50);
            Node opened = Node.other("Gate.open(" + program.tag() + ")");
            resources.add(Node.other(
                    "Gate.Resource " + program.name("r") + " = ",
                    suspending ? expressions.suspended(opened) : opened,
                    "; "));
        }
        return resources;
    }

    /** Types of catch clauses, each before its superclasses. */
    private List<String> caught() {
        List<String> order = new ArrayList<>(List.of(
                "Gate.Ouch",
                "Gate.Oops",
                "ArithmeticException",
                "IndexOutOfBoundsException",
                "NullPointerException",
                CHECKED,
                "RuntimeException",
                "Exception"));
        if (program.isAsync()) {
            order.add("Throwable");
        }
        List<String> chosen = new ArrayList<>();
        int count = dice.between(0, 2);
        for (int i = 0; i < order.size() && chosen.size() < count; i++) {
            if (dice.chance(30)) {
                boolean multi = i > 0 && i < 4 && order.contains(CHECKED) && dice.chance(40);
                chosen.add(multi ? order.get(i) + " | " + CHECKED : order.get(i));
                if (multi) {
                    order.remove(CHECKED);
                }
            }
        }
        return chosen;
    }
}
