package dev.reprise.it.program;

import dev.reprise.Awaitable;
import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Sneaky;
import dev.reprise.frame.Suspension;
import org.jspecify.annotations.Nullable;

/**
 * Awaitables for the programs of this module: each either suspends for one turn or has its value at once, as the {@link
 * SuspensionPattern} of the run says. A program prints the same under every pattern.
 */
public final class Turns {

    private static final InheritableThreadLocal<SuspensionPattern> PATTERN = new InheritableThreadLocal<>();

    private Turns() {}

    /** Sets the pattern for what the calling thread, and the threads it starts, run from here on. */
    public static void follow(SuspensionPattern pattern) {
        PATTERN.set(pattern);
    }

    /** Gives {@code value}, perhaps after a suspension. */
    public static <T extends @Nullable Object> Awaitable<T> later(T value) {
        return context -> suspends() ? context.suspendOn(new Turn(value, null)) : value;
    }

    /** Suspends under every pattern but {@link SuspensionPattern#never()}. */
    public static Awaitable<@Nullable Void> turn() {
        return later(null);
    }

    /** Fails with {@code failure}, perhaps after a suspension. */
    public static <T extends @Nullable Object> Awaitable<T> failing(Throwable failure) {
        return context -> {
            if (suspends()) {
                return context.suspendOn(new Turn(null, failure));
            }
            throw Sneaky.raise(failure);
        };
    }

    /**
     * Runs a coroutine on the calling thread, one turn after the other.
     *
     * @return its value; its failure is thrown as it is
     */
    public static <T extends @Nullable Object> T run(Awaitable<T> coroutine) {
        return new Turning<T>().run(coroutine);
    }

    private static boolean suspends() {
        SuspensionPattern pattern = PATTERN.get();
        return pattern == null || pattern.suspends();
    }

    private record Turn(@Nullable Object value, @Nullable Throwable failure) implements Suspension {

        @Override
        public void subscribe(Driver driver) {
            driver.wake();
        }

        @Override
        public @Nullable Object outcome() throws Throwable {
            if (failure != null) {
                throw failure;
            }
            return value;
        }

        @Override
        public boolean cancel(@Nullable String reason) {
            return false;
        }
    }

    private static final class Turning<T extends @Nullable Object> extends Driver {

        private boolean woken;
        private boolean ended;
        private @Nullable Object value;
        private @Nullable Throwable failure;

        @SuppressWarnings("unchecked") // the coroutine gives a T
        T run(Awaitable<T> coroutine) {
            Context context = Context.current();
            start(context, coroutine);
            while (!ended) {
                if (!woken) {
                    throw new IllegalStateException("the program waits for something that is not a turn");
                }
                woken = false;
                resume(context);
            }
            if (failure != null) {
                throw Sneaky.raise(failure);
            }
            return (T) value;
        }

        @Override
        public void wake() {
            woken = true;
        }

        @Override
        protected void suspended(Suspension awaited) {
            awaited.subscribe(this);
        }

        @Override
        protected void returned(@Nullable Object result) {
            ended = true;
            value = result;
        }

        @Override
        protected void failed(Throwable raised) {
            ended = true;
            failure = raised;
        }
    }
}
