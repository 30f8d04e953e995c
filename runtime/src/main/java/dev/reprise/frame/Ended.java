package dev.reprise.frame;

import org.jspecify.annotations.Nullable;

/**
 * The value on its way from a {@code Generator.end(value)} to the end of the body.
 *
 * @param value what the generator returns
 */
public record Ended(@Nullable Object value) {

    /** Stands for {@code Generator.end(value)} in rewritten code. */
    public static Ended of(@Nullable Object value) {
        return new Ended(value);
    }
}
