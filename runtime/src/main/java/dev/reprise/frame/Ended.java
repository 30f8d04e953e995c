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

    /**
     * What a generator returns, from what the method's {@code return} was given.
     *
     * @param method the generator's, as {@code Class.method}
     */
    public static @Nullable Object value(@Nullable Object returned, String method) {
        if (returned == null) {
            return null;
        }
        if (returned instanceof Ended end) {
            return end.value();
        }
        throw new IllegalStateException("generator " + method + " returned a "
                + returned.getClass().getName()
                + ": a generator ends with return Generator.end() and gives out the values of another one by"
                + " a loop of yields");
    }
}
