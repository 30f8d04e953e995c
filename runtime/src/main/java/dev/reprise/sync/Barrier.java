package dev.reprise.sync;

import dev.reprise.Async;
import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/**
 * A place where a number of coroutines wait for each other: when the last arrives, all go on. It can then be used again.
 *
 * <p>A coroutine that is cancelled while it waits has not arrived; the others go on waiting for somebody in its place.
 */
public final class Barrier {

    private final Home home = new Home();
    private final Line<Arrival> arrived = new Line<>();
    private final int parties;
    private boolean broken;

    /**
     * @param parties how many coroutines wait for each other
     * @throws IllegalArgumentException if {@code parties} is less than 1
     */
    public Barrier(int parties) {
        if (parties < 1) {
            throw new IllegalArgumentException("a barrier of " + parties + " waits for nobody: give it 1 or more");
        }
        this.parties = parties;
    }

    /**
     * Waits until all have arrived. Gives the number of the caller in the order of arrival, from 0: each of those who go
     * on together has another one.
     *
     * <p>Raises {@link BrokenBarrierException} if the barrier is broken, or is broken or reset meanwhile, and {@link
     * dev.reprise.Cancelled} if the task is cancelled while it waits.
     */
    public Async<Integer> arrive() {
        return new Arrive();
    }

    /** Lets those who wait fail with {@link BrokenBarrierException}, and begins again; mends a broken barrier. */
    public void reset() {
        home.enter(this);
        broken = false;
        arrived.refuseAll(new BrokenBarrierException("the barrier was reset while coroutines waited at it"));
    }

    /** Lets those who wait, and all who come, fail with {@link BrokenBarrierException}. */
    public void abort() {
        home.enter(this);
        broken = true;
        arrived.refuseAll(new BrokenBarrierException("the barrier was aborted while coroutines waited at it"));
    }

    /** How many coroutines wait for each other. */
    public int parties() {
        return parties;
    }

    /** How many have arrived and wait. */
    public int waiting() {
        return arrived.length();
    }

    /** Whether {@link #abort()} was called, and no {@link #reset()} since. */
    public boolean isBroken() {
        return broken;
    }

    @Override
    public String toString() {
        return "barrier (" + (broken ? "broken" : arrived.length() + " of " + parties + " waiting") + ")";
    }

    private final class Arrive extends Operation<Integer> {

        @Override
        public @Nullable Object awaitIn(Context context) {
            start(home, Barrier.this, context);
            if (broken) {
                throw new BrokenBarrierException("the barrier is broken: abort() was called; reset() mends it");
            }
            if (arrived.length() + 1 < parties) {
                return context.suspendOn(new Arrival());
            }
            int next = 0;
            for (Arrival arrival = arrived.poll(); arrival != null; arrival = arrived.poll()) {
                arrival.index = next++;
                arrival.admit();
            }
            return next;
        }

        @Override
        public String toString() {
            return "arrive() at " + Barrier.this;
        }
    }

    private final class Arrival extends Waiting<Integer> {

        private int index;

        @Override
        void join() {
            arrived.add(this);
        }

        @Override
        Integer value() {
            return index;
        }

        @Override
        void giveBack() {
            // the others have gone on with this arrival: it cannot be taken back
        }

        @Override
        public String toString() {
            return "arrive() at " + Barrier.this;
        }
    }
}
