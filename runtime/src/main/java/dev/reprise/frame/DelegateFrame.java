package dev.reprise.frame;

import org.jspecify.annotations.Nullable;

/** Stands in a chain of generators for something that is not a generated frame. */
abstract class DelegateFrame extends GeneratorFrame<Object, Object, Object> {

    private static final int REST = 1;

    private final Object source;

    /** @param source what gives out the values */
    DelegateFrame(Object source) {
        this.source = source;
    }

    /**
     * Takes the next value and {@link #rest}s with it, or leaves the value returned in {@link #exchange}.
     *
     * @param received what was sent
     * @return false at the end
     */
    abstract boolean step(@Nullable Object received) throws Throwable;

    /** Raises a failure in the source; otherwise as {@link #step}. */
    abstract boolean raise(Throwable failure) throws Throwable;

    @Override
    protected final boolean resume() throws Throwable {
        label = Frame.RUNNING;
        Object received = exchange;
        exchange = null;
        return received instanceof Raised raised ? raise(raised.failure()) : step(received);
    }

    final void rest(@Nullable Object value) {
        give(value, REST);
    }

    final void requireNothingSent(@Nullable Object received) {
        if (received != null) {
            throw new IllegalStateException("a value was sent to a generator that delegates to a "
                    + source.getClass().getName() + ", which takes none: delegate to a Generator, or send null");
        }
    }

    @Override
    protected final void release() {}

    @Override
    protected final String points() {
        return source.getClass().getName() + "|next||-1|-1";
    }
}
