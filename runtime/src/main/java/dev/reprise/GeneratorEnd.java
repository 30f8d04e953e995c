package dev.reprise;

import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The signal that a {@link Generator} has no more values: its body returned, failed or was closed. */
public final class GeneratorEnd extends NoSuchElementException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable Object value;

    /** @param value what the body returned, or null */
    public GeneratorEnd(@Nullable Object value) {
        super("the generator has ended");
        this.value = value;
    }

    /** What the body returned; null in every signal after the first. */
    public @Nullable Object value() {
        return value;
    }
}
