package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Node.Choice;
import dev.reprise.it.fuzz.Scope.Target;
import java.util.List;
import java.util.Optional;

/** Writes random statements that javac accepts: it knows what can be reached and what has been assigned. */
final class StatementGenerator {

    private final ProgramGenerator program;
    private final ExpressionGenerator expressions;
    private final Dice dice;
    private final LoopGenerator loops;
    private final TryGenerator tries;

    StatementGenerator(ProgramGenerator program) {
        this.program = program;
        expressions = program.expressions;
        dice = program.dice;
        loops = new LoopGenerator(program, this);
        tries = new TryGenerator(program, this);
    }

    /** The statements of a method or lambda, the last one a return. */
    Node body(Scope scope, int length, int depth) {
        Node body = Node.other();
        block(body, scope, length, depth);
        if (body.children().stream().allMatch(statement -> statement.completes)) {
            body.add(returning(scope, 2));
        }
        return body;
    }

    /** Adds statements until the number is reached, or what follows cannot be. */
    void block(Node to, Scope scope, int length, int depth) {
        boolean completes = true;
        for (int i = 0; i < length && completes; i++) {
            Node statement = statement(scope, depth);
            completes = statement.completes;
            to.add(statement);
        }
    }

    static void forget(Scope scope, int variables) {
        scope.variables.subList(variables, scope.variables.size()).clear();
    }

    /** A block in braces, with a scope of its own. */
    Block braced(Scope scope, int depth) {
        int variables = scope.variables.size();
        Node block = Node.other("{\n");
        boolean completes = true;
        int length = dice.pick(0, 1, 1, 2, 2, 3);
        for (int i = 0; i < length && completes; i++) {
            Node statement = statement(scope, depth - 1);
            completes = statement.completes;
            block.add(statement);
        }
        forget(scope, variables);
        return new Block(block.add("}"), completes);
    }

    /** A block that starts with the given text. */
    Block braced(String first, Scope scope, int depth) {
        Block block = braced(scope, depth);
        block.node.parts.add(1, first);
        return block;
    }

    /** Statements in braces, and whether what follows them can be reached. */
    record Block(Node node, boolean completes) {}

    private Node statement(Scope scope, int depth) {
        if (depth <= 0) {
            return simple(scope, 1);
        }
        if (scope.mayGive() && dice.chance(20)) {
            return giving(scope, depth);
        }
        if (scope.maySuspend() && program.pulls.canPull() && dice.chance(12)) {
            return program.pulls.pulled(scope, depth);
        }
        if (scope.maySuspend() && program.isOnLoop && !scope.mayGive() && dice.chance(15)) {
            return dice.chance(60) || !program.calls.canStore()
                    ? tries.cancelScope(scope, depth)
                    : program.calls.scoped(scope, depth);
        }
        int choice = dice.roll(100);
        if (choice < 40) {
            return simple(scope, depth);
        }
        if (choice < 50) {
            return conditional(scope, depth);
        }
        if (choice < 66) {
            return loops.loop(scope, depth);
        }
        if (choice < 80) {
            return tries.attempt(scope, depth);
        }
        if (choice < 86) {
            return program.switches.statement(scope, depth);
        }
        if (choice < 89) {
            return labelled(scope, depth);
        }
        if (choice < 92) {
            return program.closures.localClass(scope, depth);
        }
        if (choice < 94 && program.isAsync() && scope.maySuspend()) {
            return dice.chance(50) && program.calls.canStore()
                    ? program.calls.stored(scope, depth, between -> {
                        int before = between.parts.size();
                        block(between, scope, dice.between(0, 2), depth - 1);
                        return between.parts.subList(before, between.parts.size()).stream()
                                .allMatch(one -> ((Node) one).completes);
                    })
                    : program.closures.calledTwice(scope, depth);
        }
        return jump(scope, depth);
    }

    private Node simple(Scope scope, int depth) {
        int choice = dice.roll(10);
        if (choice < 4) {
            return declaration(scope, depth);
        }
        if (choice < 7) {
            return Node.statement(program.assignments.statement(assigned(scope), scope, depth), ";\n");
        }
        if (choice < 8) {
            return Node.statement("Gate.log(\"" + program.tag() + " \" + ", expressions.of(INT, scope, depth), ");\n");
        }
        if (!scope.cancelScopes.isEmpty() && dice.chance(12)) {
            return Node.statement(
                    "if (", expressions.of(BOOLEAN, scope, 1), ") " + dice.pick(scope.cancelScopes) + ".cancel();\n");
        }
        if (choice < 9 && scope.maySuspend() && program.isAsync() && dice.chance(15)) {
            Optional<Node> dropped = program.calls.dropped(scope, depth);
            if (dropped.isPresent()) {
                return dropped.get();
            }
        }
        if (choice < 9 && scope.maySuspend()) {
            return !program.isAsync() || scope.mayGive() && dice.chance(60)
                    ? giving(scope, depth)
                    : Node.statement(expressions.suspended(expressions.any(scope, depth)), ";\n");
        }
        if (dice.chance(15) && program.release >= 16) {
            return program.patterns.bindOrThrow(scope, depth);
        }
        if (dice.chance(25)) {
            program.mark(Feature.ASSERT);
            return Node.statement(
                    "assert Gate.mostly(" + program.tag() + ") | ",
                    expressions.of(BOOLEAN, scope, depth),
                    " : ",
                    expressions.of(STRING, scope, depth),
                    ";\n");
        }
        return Node.statement(expressions.noted(Type.any(dice), scope, depth), ";\n");
    }

    private Node giving(Scope scope, int depth) {
        return Node.statement(new Choice("Gate.give(", "Generator.yield("), expressions.any(scope, depth), ");\n");
    }

    /** The type of a variable that can be assigned to, if there is one. */
    private Type assigned(Scope scope) {
        List<Type> types = scope.variables.stream()
                .filter(Variable::assignable)
                .map(Variable::type)
                .toList();
        return types.isEmpty() || dice.chance(20) ? Type.any(dice) : dice.pick(types);
    }

    Node declaration(Scope scope, int depth) {
        Type type = Type.any(dice);
        String name = program.name("v");
        boolean isFinal = dice.chance(40);
        Node declaration;
        if (dice.chance(12)) {
            declaration = Node.statement(
                    type.source + " " + name + ";\nif (",
                    expressions.of(BOOLEAN, scope, depth),
                    ") {\n" + name + " = ",
                    expressions.of(type, scope, depth),
                    ";\n} else {\n" + name + " = ",
                    expressions.of(type, scope, depth),
                    ";\n}\n");
            isFinal = true;
        } else {
            declaration = Node.statement(
                    (isFinal ? "final " : "") + type.source + " " + name + " = ",
                    expressions.of(type, scope, depth),
                    ";\n");
        }
        scope.variables.add(new Variable(name, type, !isFinal, isFinal));
        return declaration;
    }

    private Node conditional(Scope scope, int depth) {
        Node condition = expressions.of(BOOLEAN, scope, depth);
        Block then = braced(scope, depth);
        if (dice.chance(50)) {
            return Node.statement("if (", condition, ") ", then.node, "\n");
        }
        Block otherwise = braced(scope, depth);
        return Node.jumping(
                then.completes || otherwise.completes,
                "if (",
                condition,
                ") ",
                then.node,
                " else ",
                otherwise.node,
                "\n");
    }

    private Node labelled(Scope scope, int depth) {
        program.mark(Feature.LABELLED_BLOCK);
        Target target = new Target(program.name("L"), false, false);
        scope.enter(target);
        Block body = braced(scope, depth);
        scope.targets.pop();
        return Node.jumping(body.completes || target.broken, target.label + ": ", body.node, "\n");
    }

    /** A jump out of the statement that is being written, taken half the time. */
    Node leaving(Scope scope, int depth) {
        return Node.statement("if (Gate.flag(" + program.tag() + ")) {\n", jumping(scope, depth, dice.roll(8)), "}\n");
    }

    private Node jump(Scope scope, int depth) {
        Node jump = jumping(scope, depth, dice.roll(10));
        if (dice.chance(scope.targets.isEmpty() && scope.tries == 0 ? 5 : 25)) {
            return jump;
        }
        boolean isRare = dice.chance(65);
        return Node.statement(
                isRare ? "if (!Gate.mostly(" + program.tag() + ") & " : "if (",
                expressions.of(BOOLEAN, scope, depth),
                ") {\n",
                jump,
                "}\n");
    }

    private Node jumping(Scope scope, int depth, int choice) {
        List<Target> targets = List.copyOf(scope.targets);
        if (choice < 5 && !targets.isEmpty()) {
            Target target = dice.pick(targets);
            boolean innermost =
                    targets.stream().filter(t -> t.isBreakable).findFirst().orElse(null) == target;
            if (scope.tries > target.tries) {
                program.mark(Feature.JUMP_OUT_OF_TRY_FINALLY);
            }
            boolean continuing = target.isLoop && dice.chance(50);
            boolean innermostLoop =
                    targets.stream().filter(t -> t.isLoop).findFirst().orElse(null) == target;
            String label = (continuing ? innermostLoop : innermost) && dice.chance(60) ? "" : " " + target.label;
            if (continuing) {
                target.continued = true;
            } else {
                target.broken = true;
            }
            return Node.jumping(false, (continuing ? "continue" : "break") + label + ";\n");
        }
        if (choice < 8 && scope.yielding.isPresent()) {
            return Node.jumping(false, "yield ", expressions.noted(scope.yielding.get(), scope, depth), ";\n");
        }
        if (choice < 8 && scope.mayJump()) {
            return returning(scope, depth);
        }
        return Node.jumping(
                false,
                "throw ",
                dice.pick("new Gate.Oops(", "new Gate.Ouch(", "new Gate.Checked(", "new ArithmeticException("),
                expressions.of(STRING, scope, depth),
                ");\n");
    }

    private Node returning(Scope scope, int depth) {
        if (scope.body == Scope.Body.PLAIN) {
            return Node.jumping(false, "return ", expressions.of(scope.result, scope, depth), ";\n");
        }
        if (scope.tries > 0) {
            program.mark(Feature.RETURN_OUT_OF_TRY_FINALLY);
        }
        if (scope.mayGive()) {
            return Node.jumping(false, new Choice("return null;\n", "return Generator.end();\n"));
        }
        if (!program.isAsync()) {
            return program.family == Program.Family.GENERATOR && dice.chance(70)
                    ? Node.jumping(
                            false,
                            new Choice("return Gate.<Object>id(", "return Generator.end((Object) "),
                            expressions.any(scope, depth),
                            ");\n")
                    : Node.jumping(false, new Choice("return null;\n", "return Generator.end();\n"));
        }
        if (scope.tries > 0 && scope.defers && dice.chance(40)) {
            Optional<Node> call = program.calls.deferred(scope, depth);
            if (call.isPresent()) {
                return call.get();
            }
        }
        if (scope.tries == 0 && dice.chance(20)) {
            Optional<Node> call = program.calls.tail(scope, depth);
            if (call.isPresent()) {
                program.mark(Feature.TAIL_AWAIT);
                return Node.jumping(false, "return ", call.get(), ";\n");
            }
            if (dice.chance(20)) {
                program.mark(Feature.TAIL_FAILURE);
                return failing(scope, depth);
            }
        }
        if (scope.result.isPrimitive() && !scope.returns.isHot()) {
            program.mark(Feature.RESULT_PRIMITIVE);
        }
        if (dice.chance(15)) {
            Optional<Node> passedOn = program.calls.passedOn(scope, depth);
            if (passedOn.isPresent()) {
                return passedOn.get();
            }
        }
        return Node.jumping(
                false, scope.returns.ending(scope.result), expressions.of(scope.result, scope, depth), ");\n");
    }

    private Node failing(Scope scope, int depth) {
        String woven = scope.returns.isHot() ? "return CompletableFuture.failedFuture(" : "return Async.failed(";
        return Node.jumping(
                false,
                new Choice("throw new Gate.Oops(", woven + "new Gate.Oops("),
                expressions.of(STRING, scope, depth),
                new Choice(")", "))"),
                ";\n");
    }
}
