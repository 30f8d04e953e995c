package dev.reprise;

import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import org.jspecify.annotations.Nullable;

/** Wakes its driver at once, which puts it behind everything that is ready. */
class OneTurn implements Suspension {

    /** Gives null. */
    static final OneTurn WITHOUT_VALUE = new OneTurn();

    private OneTurn() {}

    static OneTurn giving(@Nullable Object value) {
        return value == null ? WITHOUT_VALUE : new WithValue(value);
    }

    @Override
    public final void subscribe(Driver driver) {
        driver.wake();
    }

    @Override
    public @Nullable Object outcome() {
        return null;
    }

    @Override
    public final boolean cancel(@Nullable String reason) {
        return false;
    }

    @Override
    public final String toString() {
        return "its turn";
    }

    private static final class WithValue extends OneTurn {

        private final Object value;

        private WithValue(Object value) {
            this.value = value;
        }

        @Override
        public Object outcome() {
            return value;
        }
    }
}
