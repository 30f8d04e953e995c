package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Callee.Access;
import dev.reprise.it.fuzz.Callee.Owner;
import dev.reprise.it.fuzz.Callee.Returns;
import dev.reprise.it.fuzz.Node.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes coroutine methods. */
final class MemberGenerator {

    private final ProgramGenerator program;
    private final Dice dice;

    MemberGenerator(ProgramGenerator program) {
        this.program = program;
        dice = program.dice;
    }

    /** A method of the program's own class, which others may call from here on. */
    Node own(boolean isEntry) {
        boolean isStatic = dice.chance(50);
        Callee callee = signature(Owner.SELF, isStatic ? Access.STATIC : Access.INSTANCE, "m", true);
        String modifiers = dice.pick("", "", "private ", "final ", "public ") + (isStatic ? "static " : "");
        boolean isRecursive = !isEntry && dice.chance(15);
        if (isRecursive) {
            program.mark(Feature.CALL_RECURSIVE);
            program.calls.callable.add(callee);
        }
        int length = isEntry ? dice.between(2, 6) : dice.between(1, 3);
        Node method = of(callee, modifiers, Optional.empty(), length, dice.pick(1, 2, 2, 2, 3));
        if (!isRecursive) {
            program.calls.callable.add(callee);
        }
        return method;
    }

    Callee signature(Owner owner, Access access, String prefix, boolean canBeLong) {
        List<Type> parameters = new ArrayList<>();
        int count = dice.between(0, 3);
        boolean isVarargs = false;
        int size = canBeLong ? dice.roll(1000) : 1000;
        if (size < 10) {
            program.mark(Feature.PACKED_PARAMETERS);
            for (int i = 0; i < 126; i++) {
                parameters.add(dice.pick(LONG, DOUBLE));
            }
        } else if (size < 40) {
            program.mark(Feature.MANY_PARAMETERS);
            count = dice.between(10, 60);
        }
        for (int i = 0; parameters.size() < count; i++) {
            parameters.add(Type.any(dice));
        }
        if (size >= 40 && dice.chance(12)) {
            isVarargs = true;
            parameters.add(dice.pick(Type.ARRAYS));
        }
        Returns returns = program.isAsync() && !program.isOnLoop
                ? dice.pick(Returns.COLD, Returns.COLD, Returns.COLD, Returns.COLD, Returns.FUTURE, Returns.STAGE)
                : Returns.COLD;
        return new Callee(owner, program.name(prefix), result(), access, parameters, isVarargs, returns);
    }

    /** Any type, often that of an earlier coroutine, whose result can then be returned. */
    private Type result() {
        List<Callee> earlier = program.calls.callable;
        return earlier.isEmpty() || dice.chance(60)
                ? Type.any(dice)
                : dice.pick(earlier).result();
    }

    /**
     * A method with a random body.
     *
     * @param overridden what {@code super} calls
     */
    Node of(Callee callee, String modifiers, Optional<Callee> overridden, int length, int depth) {
        Scope scope =
                new Scope(Scope.Body.COROUTINE, callee.owner(), !callee.isStatic(), callee.result(), callee.returns());
        scope.overridden = overridden;
        program.fields.stream()
                .filter(field -> field.name().startsWith("s") || callee.owner() == Owner.SELF && !callee.isStatic())
                .forEach(scope.variables::add);
        if (callee.owner() == Owner.BASE) {
            scope.variables.add(new Variable("held", INT, true, true));
        } else if (callee.owner() == Owner.REC && !callee.isStatic()) {
            scope.variables.add(new Variable("left", INT, false, true));
            scope.variables.add(new Variable("right", OBJECT, false, true));
        }
        scope.defers = program.isAsync()
                && callee.owner() == Owner.SELF
                && callee.returns() == Returns.COLD
                && dice.chance(30);
        Node header = Node.other();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < callee.parameters().size(); i++) {
            Type type = callee.parameters().get(i);
            boolean isFinal = dice.chance(50);
            String parameter = program.name("p");
            scope.variables.add(new Variable(parameter, type, !isFinal, isFinal));
            boolean dots = callee.isVarargs() && i == callee.parameters().size() - 1;
            String source = dots ? type.element().source + "..." : type.source;
            names.add(parameter);
            header.add((i == 0 ? "" : ", ") + (isFinal ? "final " : "") + source + " " + parameter);
        }
        Node locals = Node.other();
        if (dice.roll(1000) < 35) {
            program.mark(Feature.MANY_LOCALS);
            int count = dice.between(40, 70);
            for (int i = 0; i < count; i++) {
                locals.add(program.statements.declaration(scope, 0));
            }
        }
        Node body = program.statements.body(scope, length, depth);
        Choice type = program.isAsync() ? callee.returns().type(callee.result()) : program.generatorType();
        Node opening = Node.other(new Choice("", "@Coroutine "), modifiers);
        if (scope.defers || !program.isAsync()) {
            String computing = program.name("d");
            String call = computing + "(" + String.join(", ", names) + ")";
            Node whole = Node.other(
                    modifiers,
                    type.plain(),
                    " " + callee.name() + "(",
                    header,
                    ") throws Throwable {\n",
                    program.isAsync()
                            ? "return (" + callee.result().boxed + ") Gate.result(" + call + ");\n}\n"
                            : "return Gate.generating(() -> " + call + ");\n}\n");
            StringBuilder text = new StringBuilder();
            whole.render(false, text);
            opening = Node.other(new Choice(text.toString(), ""), opening);
            opening.add(new Choice("Object " + computing, type.woven() + " " + callee.name()));
        } else {
            opening.add(type).add(" " + callee.name());
        }
        return Node.member(opening, "(", header, ") throws Throwable {\nGate.fuel();\n", locals, body, "}\n");
    }
}
