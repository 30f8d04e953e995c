package dev.reprise.it.fuzz;

import static dev.reprise.it.fuzz.Type.*;

import dev.reprise.it.fuzz.Callee.Access;
import dev.reprise.it.fuzz.Callee.Owner;
import dev.reprise.it.fuzz.Callee.Returns;
import dev.reprise.it.fuzz.Node.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the classes of a program whose coroutines are inherited and overridden. */
final class TypeGenerator {

    private final ProgramGenerator program;
    private final MemberGenerator members;
    private final Dice dice;

    TypeGenerator(ProgramGenerator program) {
        this.program = program;
        members = program.members;
        dice = program.dice;
    }

    /** A class and a subclass, in the plain form and the other. */
    void classes(Node root) {
        List<Callee> slots = slots(Owner.BASE, dice.between(0, 2));
        Node base = Node.other("static class Base<T> {\nint held;\nBase(int held) { this.held = held; }\n");
        slots.forEach(slot -> base.add(method(slot, dice.pick("", "protected ", "public "), Optional.empty())));
        base.add(Node.member(
                new Choice("T", "@Coroutine Async<T>"),
                " same(T value) throws Throwable {\nGate.fuel();\n",
                new Choice("return Gate.susp(value);\n", "return Async.of(await(Gate.pass(value)));\n"),
                "}\n"));
        Callee same = new Callee(Owner.BASE, "same", INTEGER, Access.INSTANCE, List.of(INTEGER), false, Returns.COLD);
        Node derived = Node.other(
                "static final class Derived extends Base<Integer> {\n" + "Derived(int held) { super(held); }\n");
        slots.forEach(slot -> {
            if (dice.chance(80)) {
                derived.add(method(slot, "@Override public ", Optional.of(slot)));
            }
        });
        derived.add(method(same, "@Override ", Optional.of(same)));
        root.add(Node.member(base, "}\n")).add(Node.member(derived, "}\n"));
        program.calls.callable.addAll(slots);
        program.calls.callable.add(same);
    }

    /** An interface with methods of all sorts, a record and an enum that implement it. */
    void interfaces(Node root) {
        List<Callee> slots = slots(Owner.FACE, dice.between(1, 2));
        Node face = Node.other("interface Face {\n");
        slots.forEach(slot -> face.add(method(slot, "default ", Optional.empty())));
        List<Callee> others = new ArrayList<>();
        others.add(members.signature(Owner.FACE, Access.STATIC, "fs", false));
        face.add(method(
                others.get(0),
                program.release >= 9 ? dice.pick("static ", "private static ") : "static ",
                Optional.empty()));
        if (program.release >= 9 && dice.chance(60)) {
            Callee hidden = members.signature(Owner.FACE, Access.PRIVATE, "fp", false);
            others.add(hidden);
            face.add(method(hidden, "private ", Optional.empty()));
        }
        root.add(Node.member(face, "}\n"));
        Callee own = members.signature(Owner.REC, Access.INSTANCE, "rm", false);
        Node rec = Node.other(
                program.release >= 16
                        ? "record Rec(int left, Object right) implements Face {\n"
                                + "Rec { left = left > 1 ? left : -left; }\n"
                        : "static final class Rec implements Face {\nfinal int left;\nfinal Object right;\n"
                                + "Rec(int left, Object right) { this.left = left; this.right = right; }\n");
        implement(rec, Owner.REC, slots);
        rec.add(method(own, "", Optional.empty()));
        root.add(Node.member(rec, "}\n"));
        Callee turn = members.signature(Owner.MODE, Access.INSTANCE, "em", false);
        Node slow = Node.other("enum Mode implements Face {\nSLOW {\n");
        slow.add(method(turn, "@Override ", Optional.of(turn)));
        Node mode = Node.other(slow, "},\nFAST;\n", method(turn, "", Optional.empty()));
        implement(mode, Owner.MODE, slots);
        root.add(Node.member(mode, "}\n"));
        program.calls.callable.addAll(slots);
        program.calls.callable.addAll(others);
        program.calls.callable.add(own);
        program.calls.callable.add(turn);
    }

    private void implement(Node to, Owner owner, List<Callee> slots) {
        for (Callee slot : slots) {
            if (dice.chance(50)) {
                Callee implementation = new Callee(
                        owner,
                        slot.name(),
                        slot.result(),
                        Access.INSTANCE,
                        slot.parameters(),
                        slot.isVarargs(),
                        slot.returns());
                to.add(method(implementation, "@Override public ", Optional.of(slot)));
            }
        }
    }

    private List<Callee> slots(Owner owner, int count) {
        List<Callee> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slots.add(members.signature(owner, Access.INSTANCE, "slot", false));
        }
        return slots;
    }

    private Node method(Callee callee, String modifiers, Optional<Callee> overridden) {
        return members.of(callee, modifiers, overridden, dice.between(0, 2), dice.pick(1, 1, 2));
    }
}
