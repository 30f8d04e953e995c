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

        /** How many try statements were around it. */
        int tries;

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

    /** The class around it, as far as {@code this} has methods to call. */
    final Callee.Owner owner;

    final boolean hasThis;
    final Type result;

    /** What the body returns. */
    final Callee.Returns returns;

    /** The method that the one around it overrides, if it does. */
    Optional<Callee> overridden = Optional.empty();

    /** Whether this is a guard of a switch, where only what it declares may be assigned to. */
    boolean guards;

    /** How many lambdas and classes of the body are around. */
    int nesting;

    final List<Variable> variables = new ArrayList<>();
    final Deque<Target> targets = new ArrayDeque<>();

    /** How many try statements are around. */
    int tries;

    /** Whether a return in a try statement may give a coroutine that is awaited behind the statement. */
    boolean defers;

    /** Names of the cancel scopes of the program that may be cancelled here. */
    final List<String> cancelScopes = new ArrayList<>();

    /** Whether jumps and returns are out of the question: in a switch expression. */
    boolean sealed;

    /** The type that {@code yield} gives, if a switch expression is around. */
    Optional<Type> yielding = Optional.empty();

    Scope(Body body, Callee.Owner owner, boolean hasThis, Type result, Callee.Returns returns) {
        this.body = body;
        this.owner = owner;
        this.hasThis = hasThis;
        this.result = result;
        this.returns = returns;
    }

    /** A scope without variables, for expressions outside of methods. */
    static Scope none() {
        return new Scope(Body.PLAIN, Callee.Owner.SELF, false, Type.OBJECT, Callee.Returns.COLD);
    }

    /** The scope of a lambda inside this one: it may read what does not change. */
    Scope lambda(Body of, Type returned, Callee.Returns how) {
        Scope inner = new Scope(of, owner, hasThis, returned, how);
        inner.nesting = nesting + 1;
        inner.overridden = overridden;
        inner.guards = guards;
        inner.cancelScopes.addAll(cancelScopes);
        variables.stream()
                .filter(Variable::capturable)
                .map(v -> new Variable(v.name(), v.type(), false, true))
                .forEach(inner.variables::add);
        return inner;
    }

    /** The scope of a method of a class inside this one. */
    Scope local(Body of, Type returned, Callee.Returns how) {
        Scope inner = lambda(of, returned, how);
        inner.overridden = Optional.empty();
        return inner;
    }

    /** The scope of a guard of a switch. */
    Scope guard() {
        Scope inner = lambda(body, result, returns);
        inner.guards = true;
        inner.nesting = nesting;
        return inner;
    }

    void enter(Target target) {
        target.tries = tries;
        targets.push(target);
    }

    boolean mayJump() {
        return !sealed;
    }

    boolean maySuspend() {
        return body == Body.COROUTINE;
    }

    /** Whether it is the body of an async generator. */
    boolean mayGive() {
        return body == Body.COROUTINE && returns == Callee.Returns.VALUES;
    }
}
