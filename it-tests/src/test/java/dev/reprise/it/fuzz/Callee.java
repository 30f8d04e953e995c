package dev.reprise.it.fuzz;

import java.util.List;

/**
 * A coroutine method that others may call.
 *
 * @param owner the class it is declared in
 * @param isVarargs whether the last parameter, an array, is declared with dots
 */
record Callee(
        Owner owner,
        String name,
        Type result,
        Access access,
        List<Type> parameters,
        boolean isVarargs,
        Returns returns) {

    /** The classes of a program. */
    enum Owner {
        /** The program's own class. */
        SELF,
        /** A class with a subclass that overrides its methods and calls them through {@code super}. */
        BASE,
        /** An interface with default, private and static methods. */
        FACE,
        /** A record that implements the interface. */
        REC,
        /** An enum with bodies of constants. */
        MODE
    }

    enum Access {
        STATIC,
        INSTANCE,
        PRIVATE
    }

    /** What the method declares to return. */
    enum Returns {
        COLD("Async"),
        FUTURE("CompletableFuture"),
        STAGE("CompletionStage"),
        /** The values of an async generator. */
        VALUES("AsyncGenerator");

        final String source;

        Returns(String source) {
            this.source = source;
        }

        boolean isHot() {
            return this == FUTURE || this == STAGE;
        }

        /** The return type in both forms. */
        Node.Choice type(Type result) {
            return new Node.Choice(result.boxed, source + "<" + result.boxed + ">");
        }

        /** The start of {@code return} with a value, to be closed with a parenthesis. */
        Node.Choice ending(Type result) {
            String woven = isHot() ? "return CompletableFuture.<" : "return Async.<";
            return new Node.Choice(
                    "return Gate.<" + result.boxed + ">id(",
                    woven + result.boxed + (isHot() ? ">completedFuture(" : ">of("));
        }
    }

    boolean isStatic() {
        return access == Access.STATIC;
    }
}
