package dev.reprise.sync;

import dev.reprise.Awaitable;
import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/**
 * A flag to wait for: {@code await(event)} goes on at once if the event is set, and otherwise when somebody sets it. Any
 * number of coroutines may wait, any number of times.
 */
public final class Event implements Awaitable<@Nullable Void> {

    private final Home home = new Home();
    private final Line<Wait> waiting = new Line<>();
    private boolean set;

    /** An event that is not set. It belongs to the loop on which it is first used. */
    public Event() {}

    /** Lets everybody go on who waits, in the order of arrival, and everybody who comes later. */
    public void set() {
        home.enter(this);
        set = true;
        for (Wait wait = waiting.poll(); wait != null; wait = waiting.poll()) {
            wait.admit();
        }
    }

    /** From here on coroutines wait again. Those that were waiting when the event was set go on all the same. */
    public void clear() {
        home.enter(this);
        set = false;
    }

    /** Whether an await goes on at once. */
    public boolean isSet() {
        return set;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        home.enter(this, context);
        return set ? null : context.suspendOn(new Wait());
    }

    @Override
    public String toString() {
        return set ? "event (set)" : "event (not set, " + waiting.length() + " waiting)";
    }

    private final class Wait extends Waiting<@Nullable Void> {

        @Override
        void join() {
            waiting.add(this);
        }

        @Override
        @Nullable Void value() {
            return null;
        }

        @Override
        void giveBack() {
            // an event is for everybody: whoever does not want it takes nothing from the others
        }

        @Override
        public String toString() {
            return Event.this.toString();
        }
    }
}
