package dev.reprise.processor.diagnostic;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * One thing the compiler has to say about the user's code.
 *
 * @param kind what is said, and how severe it is
 * @param position where
 * @param arguments what the placeholders of the kind's text stand for, in their order
 */
public record Diagnostic(DiagnosticKind kind, Position position, List<Object> arguments) {
    public Diagnostic {
        arguments = List.copyOf(arguments);
        if (arguments.size() != kind.arity()) {
            throw new IllegalArgumentException(kind + " takes " + kind.arity() + " arguments: " + arguments);
        }
    }

    public static Diagnostic of(DiagnosticKind kind, Position position, Object... arguments) {
        return new Diagnostic(kind, position, List.of(arguments));
    }

    /** What is said of an exception that nobody expected. */
    public static Diagnostic ofFailure(Position position, String what, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return of(DiagnosticKind.CompilerFailure, position, what, failure, trace);
    }

    /** As {@link #ofFailure(Position, String, Throwable)}, of a class of which only the internal name is known. */
    public static Diagnostic ofFailure(String internalName, Throwable failure) {
        return ofFailure(ClassFilePosition.ofClass(internalName), internalName.replace('/', '.'), failure);
    }

    /** The whole text, {@code [Kind] what. what next.} */
    public String message() {
        return kind.message(arguments.toArray());
    }
}
