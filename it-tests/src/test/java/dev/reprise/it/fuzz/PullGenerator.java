package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Callee.Access;
import dev.reprise.it.fuzz.Callee.Owner;
import dev.reprise.it.fuzz.Callee.Returns;
import dev.reprise.it.fuzz.Node.Choice;
import dev.reprise.it.fuzz.StatementGenerator.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes async generators, and what takes their values. */
final class PullGenerator {

    private final ProgramGenerator program;
    private final Dice dice;

    /** What has been written so far and may be pulled. */
    private final List<Callee> generators = new ArrayList<>();

    PullGenerator(ProgramGenerator program) {
        this.program = program;
        dice = program.dice;
    }

    /** An async generator method of the program's own class. */
    Node method() {
        program.mark(Feature.ASYNC_GENERATOR);
        List<Type> parameters = new ArrayList<>();
        int count = dice.between(0, 2);
        for (int i = 0; i < count; i++) {
            parameters.add(Type.any(dice));
        }
        boolean isStatic = dice.chance(50);
        Callee callee = new Callee(
                Owner.SELF,
                program.name("g"),
                OBJECT,
                isStatic ? Access.STATIC : Access.INSTANCE,
                parameters,
                false,
                Returns.VALUES);
        Node method = program.members.of(
                callee, isStatic ? "static " : "", Optional.empty(), dice.between(1, 4), dice.pick(1, 2, 2));
        generators.add(callee);
        return method;
    }

    boolean canPull() {
        return !generators.isEmpty();
    }

    /** A generator that is opened, and loops over its values or pulls by hand. */
    Node pulled(Scope scope, int depth) {
        Callee callee = dice.pick(generators);
        Node pulled = Node.other();
        Choice opening = open(callee, pulled, scope, depth);
        String name = program.name("g");
        Node declared = Node.other(new Choice("PlainGenerator ", "AsyncGenerator<Object> "), name + " = ", opening);
        boolean isClosed = program.isOnLoop || dice.chance(45);
        if (!isClosed && dice.chance(30)) {
            Block loop = loop(Node.other(opening), scope, depth);
            return Node.jumping(loop.completes(), pulled, loop.node());
        }
        int uses = dice.pick(1, 1, 2);
        Node used = Node.other();
        boolean completes = true;
        scope.tries += isClosed ? 1 : 0;
        int variables = scope.variables.size();
        for (int i = 0; i < uses && completes; i++) {
            if (dice.chance(35)) {
                used.add(byHand(name, scope, depth));
            } else {
                Block loop = loop(view(name), scope, depth);
                used.add(loop.node());
                completes = loop.completes();
            }
        }
        StatementGenerator.forget(scope, variables);
        scope.tries -= isClosed ? 1 : 0;
        if (!isClosed) {
            return Node.jumping(completes, pulled, declared, ";\n", used);
        }
        program.mark(Feature.ASYNC_GENERATOR_CLOSED);
        pulled.add("try (").add(declared).add(") {\n").add(used).add("}\n");
        return Node.jumping(completes, pulled);
    }

    /** Declares the arguments of a call, and gives the call. */
    private Choice open(Callee callee, Node before, Scope scope, int depth) {
        String call = program.calls.keptCall(callee, before, scope, depth);
        return new Choice("Gate.generator(() -> " + call + ")", call);
    }

    /** The elements of a generator as they are, or what is made of them. */
    private Node view(String name) {
        StringBuilder view = new StringBuilder(name);
        while (dice.chance(25)) {
            program.mark(Feature.ASYNC_FOR_OVER_VIEW);
            view.append(
                    switch (dice.roll(3)) {
                        case 0 -> ".map(x -> Gate.note(" + program.tag() + ", x))";
                        case 1 -> ".filter(x -> Gate.flag(" + program.tag() + "))";
                        default -> ".take(" + dice.between(0, 3) + ")";
                    });
        }
        return Node.other(view.toString());
    }

    private Block loop(Node source, Scope scope, int depth) {
        program.mark(Feature.ASYNC_FOR);
        Scope.Target target = new Scope.Target(program.name("L"), true, true);
        String element = program.name("e");
        int variables = scope.variables.size();
        scope.variables.add(new Variable(element, OBJECT, false, true));
        scope.enter(target);
        Block body = program.statements.braced("Gate.fuel();\n", scope, depth);
        scope.targets.pop();
        StatementGenerator.forget(scope, variables);
        return new Block(
                Node.statement(
                        target.label + ": for (Object " + element + " : ",
                        new Choice("", "await("),
                        source,
                        new Choice("", ")"),
                        ") ",
                        body.node(),
                        "\n"),
                true);
    }

    private Node byHand(String name, Scope scope, int depth) {
        program.mark(Feature.ASYNC_GENERATOR_BY_HAND);
        Node pull = switch (dice.roll(6)) {
            case 0, 1, 2 -> Node.other(name + ".next()");
            case 3 -> Node.other(name + ".send(", program.expressions.any(scope, depth - 1), ")");
            case 4 ->
                Node.other(
                        name + ".throwInto(" + dice.pick("new Gate.Oops(", "new Gate.Checked(", "new Gate.Ouch("),
                        program.expressions.of(STRING, scope, depth - 1),
                        "))");
            default -> Node.other();
        };
        if (pull.parts.isEmpty()) {
            return Node.statement(
                    dice.chance(50)
                            ? Node.other(name + ".close();\n")
                            : Node.other(
                                    new Choice("", "await("), name, new Choice(".close();\n", ".closeAsync());\n")));
        }
        String end = program.name("x");
        return Node.statement(
                "try {\nGate.fuel();\nGate.note(" + program.tag() + ", ",
                new Choice("", "await("),
                pull,
                new Choice("", ")"),
                ");\n} catch (GeneratorEnd " + end + ") {\nGate.log(\"end " + program.tag() + "\");\n}\n");
    }
}
