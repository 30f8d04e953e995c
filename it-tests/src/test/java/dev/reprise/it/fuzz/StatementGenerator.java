package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Node.Choice;
import dev.reprise.it.fuzz.Scope.Target;
import java.util.ArrayList;
import java.util.List;

/** Writes random statements that javac accepts: it knows what can be reached and what has been assigned. */
final class StatementGenerator {

    private static final String CHECKED = "Gate.Checked";

    private final ProgramGenerator program;
    private final ExpressionGenerator expressions;
    private final Dice dice;

    StatementGenerator(ProgramGenerator program) {
        this.program = program;
        expressions = program.expressions;
        dice = program.dice;
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

    private static void forget(Scope scope, int variables) {
        scope.variables.subList(variables, scope.variables.size()).clear();
    }

    /** A block in braces, with a scope of its own. */
    private Block braced(Scope scope, int depth) {
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
    private Block braced(String first, Scope scope, int depth) {
        Block block = braced(scope, depth);
        block.node.parts.add(1, first);
        return block;
    }

    private record Block(Node node, boolean completes) {}

    private Node statement(Scope scope, int depth) {
        if (depth <= 0) {
            return simple(scope, 1);
        }
        int choice = dice.roll(100);
        if (choice < 40) {
            return simple(scope, depth);
        }
        if (choice < 50) {
            return conditional(scope, depth);
        }
        if (choice < 66) {
            return loop(scope, depth);
        }
        if (choice < 80) {
            return attempt(scope, depth);
        }
        if (choice < 86) {
            return switching(scope, depth);
        }
        if (choice < 89) {
            return labelled(scope, depth);
        }
        if (choice < 92) {
            return localClass(scope, depth);
        }
        return jump(scope, depth);
    }

    private Node simple(Scope scope, int depth) {
        int choice = dice.roll(10);
        if (choice < 4) {
            return declaration(scope, depth);
        }
        if (choice < 7) {
            return Node.statement(expressions.assignmentStatement(assigned(scope), scope, depth), ";\n");
        }
        if (choice < 8) {
            return Node.statement("Gate.log(\"" + program.tag() + " \" + ", expressions.of(INT, scope, depth), ");\n");
        }
        if (choice < 9 && scope.maySuspend()) {
            return !program.isAsync()
                    ? Node.statement(
                            new Choice("Gate.give(", "Generator.yield("), expressions.any(scope, depth), ");\n")
                    : Node.statement(
                            new Choice("Gate.susp(", "await(Gate.pass("),
                            expressions.any(scope, depth),
                            new Choice(")", "))"),
                            ";\n");
        }
        return Node.statement("Gate.t(" + program.tag() + ", ", expressions.any(scope, depth), ");\n");
    }

    /** The type of a variable that can be assigned to, if there is one. */
    private Type assigned(Scope scope) {
        List<Type> types = scope.variables.stream()
                .filter(Variable::assignable)
                .map(Variable::type)
                .toList();
        return types.isEmpty() || dice.chance(20) ? Type.any(dice) : dice.pick(types);
    }

    private Node declaration(Scope scope, int depth) {
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

    private Node loop(Scope scope, int depth) {
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
                        : Node.other(counter + "++, ", expressions.assignmentStatement(INT, scope, depth - 1));
                Block body = body(target, scope, depth);
                loop = Node.other(
                        "for (int " + counter + " = 0; " + counter + " < " + rounds,
                        dice.chance(40) ? Node.other(" && ", condition) : Node.other(),
                        "; ",
                        step,
                        ") ",
                        body.node,
                        "\n");
            }
            case 1 -> {
                before = Node.other("int " + counter + " = 0;\n");
                Node condition = expressions.of(BOOLEAN, scope, depth - 1);
                scope.variables.add(new Variable(counter, INT, false, false));
                Block body = body(target, scope, depth);
                loop = Node.other("while (" + counter + "++ < " + rounds + " && ", condition, ") ", body.node, "\n");
            }
            case 2 -> {
                before = Node.other("int " + counter + " = 0;\n");
                Node condition = expressions.of(BOOLEAN, scope, depth - 1);
                Block body = body(target, scope, depth);
                boolean completes = body.completes || target.broken || target.continued;
                loop = Node.jumping(
                        completes,
                        "do ",
                        body.node,
                        " while (" + counter + "++ < " + rounds + " && ",
                        condition,
                        ");\n");
            }
            case 3 -> {
                before = Node.other("int " + counter + " = 0;\n");
                target.broken = true;
                Block body = body(target, scope, depth);
                body.node.parts.add(1, "if (" + counter + "++ >= " + rounds + ") break;\n");
                loop = Node.other(dice.pick("for (;;) ", "while (true) "), body.node, "\n");
            }
            case 4 -> {
                Type array = dice.pick(Type.ARRAYS);
                String element = program.name("e");
                Node over = expressions.of(array, scope, depth - 1);
                boolean isFinal = dice.chance(50);
                scope.variables.add(new Variable(element, array.element(), !isFinal, isFinal));
                Block body = body(target, scope, depth);
                loop = Node.other(
                        "for (" + array.element().source + " " + element + " : ", over, ") ", body.node, "\n");
            }
            default -> {
                String element = program.name("e");
                Node over = dice.chance(50)
                        ? expressions.of(LIST, scope, depth - 1)
                        : Node.other("Gate.range(" + rounds + ")");
                scope.variables.add(new Variable(element, INT, false, true));
                Block body = body(target, scope, depth);
                loop = Node.other("for (int " + element + " : ", over, ") ", body.node, "\n");
            }
        }
        forget(scope, variables);
        return Node.jumping(loop.completes, before, target.label + ": ", loop);
    }

    private Block body(Target target, Scope scope, int depth) {
        scope.targets.push(target);
        Block body = braced("Gate.fuel();\n", scope, depth);
        scope.targets.pop();
        return body;
    }

    private Node labelled(Scope scope, int depth) {
        Target target = new Target(program.name("L"), false, false);
        scope.targets.push(target);
        Block body = braced(scope, depth);
        scope.targets.pop();
        return Node.jumping(body.completes || target.broken, target.label + ": ", body.node, "\n");
    }

    private Node attempt(Scope scope, int depth) {
        int variables = scope.variables.size();
        List<Target> targets = List.copyOf(scope.targets);
        List<Jumps> before = targets.stream().map(Jumps::of).toList();
        scope.tries++;
        List<Node> resources = dice.chance(25) ? resources(scope, depth) : List.of();
        Block body = braced("Gate.may();\n", scope, depth);
        forget(scope, variables);
        scope.tries--;
        Node attempt = Node.other("try ");
        if (!resources.isEmpty()) {
            attempt.add("(");
            resources.forEach(attempt::add);
            attempt.add(") ");
        }
        attempt.add(body.node);
        boolean completes = body.completes;
        List<String> caught = resources.isEmpty() || dice.chance(60) ? caught() : List.of();
        boolean finallyComes = caught.isEmpty() && resources.isEmpty() || dice.chance(40);
        scope.tries += finallyComes ? 1 : 0;
        for (String types : caught) {
            String name = program.name("x");
            Block handler = braced("Gate.caught(" + program.tag() + ", " + name + ");\n", scope, depth);
            if (dice.chance(10) && handler.completes) {
                handler.node.parts.add(
                        handler.node.parts.size() - 1,
                        Node.statement("if (", expressions.of(BOOLEAN, scope, 1), ") throw " + name + ";\n"));
            }
            completes |= handler.completes;
            attempt.add(" catch (" + types + " " + name + ") ").add(handler.node);
        }
        scope.tries -= finallyComes ? 1 : 0;
        if (finallyComes) {
            List<Jumps> jumped = targets.stream().map(Jumps::of).toList();
            restore(targets, before);
            Block last = braced("Gate.log(\"finally " + program.tag() + "\");\n", scope, depth);
            if (last.completes) {
                for (int i = 0; i < targets.size(); i++) {
                    targets.get(i).broken |= jumped.get(i).broken;
                    targets.get(i).continued |= jumped.get(i).continued;
                }
            }
            attempt.add(" finally ").add(last.node);
            completes &= last.completes;
        }
        return Node.jumping(completes, attempt, "\n");
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
            boolean suspending = scope.maySuspend() && program.isAsync() && dice.chance(50);
            Node opened = Node.other("Gate.open(" + program.tag() + ")");
            resources.add(Node.other(
                    "Gate.Resource " + program.name("r") + " = ",
                    suspending
                            ? Node.other(new Choice("Gate.susp(", "await(Gate.pass("), opened, new Choice(")", "))"))
                            : opened,
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

    private Node switching(Scope scope, int depth) {
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
        boolean arrows = dice.chance(50);
        boolean hasDefault = dice.chance(60);
        scope.targets.push(target);
        int variables = scope.variables.size();
        Node cases = Node.other();
        boolean completes = !hasDefault;
        boolean lastCompletes = true;
        int count = dice.between(1, labels.size());
        for (int i = 0; i < count + (hasDefault ? 1 : 0); i++) {
            String label = i < count ? "case " + labels.get(i) : "default";
            Block arm = braced(scope, depth);
            forget(scope, variables);
            if (arrows) {
                completes |= arm.completes;
                cases.add(Node.other(label + " -> ", arm.node, "\n"));
            } else if (arm.completes && dice.chance(60)) {
                target.broken = true;
                cases.add(Node.other(label + ": ", arm.node, "\nbreak;\n"));
                lastCompletes = false;
            } else {
                cases.add(Node.other(label + ": ", arm.node, "\n"));
                lastCompletes = arm.completes;
            }
        }
        scope.targets.pop();
        completes |= target.broken || !arrows && lastCompletes;
        return Node.jumping(completes, target.label + ": switch (", selected, ") {\n", cases, "}\n");
    }

    private Node localClass(Scope scope, int depth) {
        String className = program.name("Local");
        String name = program.name("v");
        Type kept = dice.pick(INT, LONG, STRING, POINT);
        Type result = Type.any(dice);
        Scope inner = scope.inner(Scope.Body.PLAIN, result);
        inner.variables.add(new Variable("kept", kept, false, false));
        Node body = body(inner, dice.between(0, 1), 1);
        Node declared = Node.statement(
                "class " + className + " {\nfinal " + kept.source + " kept;\n",
                className + "(" + kept.source + " kept) {\nGate.log(\"" + program.tag()
                        + " made\");\nthis.kept = kept;\n}\n",
                result.source + " get() throws Throwable {\n",
                body,
                "}\n}\n",
                result.source + " " + name + " = new " + className + "(",
                expressions.of(kept, scope, depth),
                ").get();\n");
        scope.variables.add(new Variable(name, result, true, false));
        return declared;
    }

    private Node jump(Scope scope, int depth) {
        int choice = dice.roll(10);
        List<Target> targets = List.copyOf(scope.targets);
        Node jump;
        if (choice < 5 && !targets.isEmpty()) {
            Target target = dice.pick(targets);
            boolean innermost =
                    targets.stream().filter(t -> t.isBreakable).findFirst().orElse(null) == target;
            boolean continuing = target.isLoop && dice.chance(50);
            boolean innermostLoop =
                    targets.stream().filter(t -> t.isLoop).findFirst().orElse(null) == target;
            String label = (continuing ? innermostLoop : innermost) && dice.chance(60) ? "" : " " + target.label;
            if (continuing) {
                target.continued = true;
            } else {
                target.broken = true;
            }
            jump = Node.jumping(false, (continuing ? "continue" : "break") + label + ";\n");
        } else if (choice < 8 && scope.yielding.isPresent()) {
            jump = Node.jumping(
                    false,
                    "yield Gate.t(" + program.tag() + ", ",
                    expressions.of(scope.yielding.get(), scope, depth),
                    ");\n");
        } else if (choice < 8 && scope.mayJump()) {
            jump = returning(scope, depth);
        } else {
            jump = Node.jumping(
                    false,
                    "throw ",
                    dice.pick("new Gate.Oops(", "new Gate.Ouch(", "new Gate.Checked(", "new ArithmeticException("),
                    expressions.of(STRING, scope, depth),
                    ");\n");
        }
        return dice.chance(65)
                ? Node.statement("if (", expressions.of(BOOLEAN, scope, depth), ") {\n", jump, "}\n")
                : jump;
    }

    private Node returning(Scope scope, int depth) {
        if (scope.body == Scope.Body.PLAIN) {
            return Node.jumping(false, "return ", expressions.of(scope.result, scope, depth), ";\n");
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
        if (scope.tries == 0 && dice.chance(15)) {
            Node call = program.tailCall(scope, depth);
            return call != null
                    ? Node.jumping(false, "return ", call, ";\n")
                    : Node.jumping(
                            false,
                            new Choice("throw new Gate.Oops(", "return Async.failed(new Gate.Oops("),
                            expressions.of(STRING, scope, depth),
                            new Choice(")", "))"),
                            ";\n");
        }
        return Node.jumping(
                false,
                new Choice(
                        "return Gate.<" + scope.result.boxed + ">id(", "return Async.<" + scope.result.boxed + ">of("),
                expressions.of(scope.result, scope, depth),
                ");\n");
    }
}
