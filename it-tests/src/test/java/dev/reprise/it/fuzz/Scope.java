package dev.reprise.it.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Where in a program the next piece goes: what it may name, and what it may jump to. */
final class Scope {

    /** What a {@code break} or {@code continue} may name, and whether one does. */
    static final class Target {
        final String label;
        final boolean isLoop;

        /** Whether it may be named by a jump without a label, while it is the innermost. */
        final boolean isBreakable;

        boolean broken;
        boolean continued;

        Target(String label, boolean isLoop, boolean isBreakable) {
            this.label = label;
            this.isLoop = isLoop;
            this.isBreakable = isBreakable;
        }
    }

    /** What the body that is being written is. */
    enum Body {
        /** One that may suspend. */
        COROUTINE,
        /** A plain method, lambda or local class inside a program. */
        PLAIN
    }

    final Body body;
    final boolean hasThis;
    final Type result;
    final List<Variable> variables = new ArrayList<>();
    final Deque<Target> targets = new ArrayDeque<>();

    /** How many try statements are around. */
    int tries;

    /** Whether jumps and returns are out of the question: in a switch expression. */
    boolean sealed;

    /** The type that {@code yield} gives, if a switch expression is around. */
    Optional<Type> yielding = Optional.empty();

    Scope(Body body, boolean hasThis, Type result) {
        this.body = body;
        this.hasThis = hasThis;
        this.result = result;
    }

    /** The scope of a lambda or local class inside this one: it may read what does not change. */
    Scope inner(Body of, Type returned) {
        Scope inner = new Scope(of, hasThis, returned);
        variables.stream()
                .filter(Variable::capturable)
                .map(v -> new Variable(v.name(), v.type(), false, true))
                .forEach(inner.variables::add);
        return inner;
    }

    boolean mayJump() {
        return !sealed;
    }

    boolean maySuspend() {
        return body == Body.COROUTINE;
    }
}
