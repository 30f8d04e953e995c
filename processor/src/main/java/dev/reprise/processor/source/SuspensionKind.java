package dev.reprise.processor.source;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** The static methods of the runtime that suspend their caller. */
public enum SuspensionKind {
    AWAIT(RuntimeNames.ASYNC, RuntimeNames.AWAIT, "await(...)"),
    YIELD(RuntimeNames.GENERATOR, RuntimeNames.YIELD, "Generator.yield(...)"),
    YIELD_FROM(RuntimeNames.GENERATOR, RuntimeNames.YIELD_FROM, "Generator.yieldFrom(...)");

    private final String owner;
    private final String method;
    private final String text;

    SuspensionKind(String owner, String method, String text) {
        this.owner = owner;
        this.method = method;
        this.text = text;
    }

    /** The suspension that a call of this method is, empty if it is an ordinary method. */
    public static Optional<SuspensionKind> of(Element element) {
        if (element instanceof ExecutableElement method && method.getEnclosingElement() instanceof TypeElement owner) {
            for (SuspensionKind kind : values()) {
                if (method.getSimpleName().contentEquals(kind.method)
                        && owner.getQualifiedName().contentEquals(kind.owner)) {
                    return Optional.of(kind);
                }
            }
        }
        return Optional.empty();
    }

    /** The call as it is named in messages. */
    public String text() {
        return text;
    }
}
