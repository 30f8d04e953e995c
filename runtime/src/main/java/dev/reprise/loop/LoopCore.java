package dev.reprise.loop;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One turn of an event loop, over and over: what other threads posted, the timers that are due, the channels that are
 * ready, then everything that was ready by then. What becomes ready while it runs waits for the next turn, so that no
 * chain of callbacks keeps the selector from being asked.
 */
public abstract class LoopCore {

    private static final int SCRATCH = 64 * 1024;

    private static final ThreadLocal<LoopCore> RUNNING = new ThreadLocal<>();

    private final Duties duties = new Duties();
    private final ReadyQueue ready = new ReadyQueue();
    private final Timers timers = new Timers(duties);
    private final SelectorDriver selector = new SelectorDriver(duties);
    private final Belongings belongings = new Belongings();
    private final Sleeper sleeper = new Sleeper(selector);
    private final Inbox inbox = new Inbox(sleeper::wakeUp);

    private final @Nullable RandomGenerator shuffle;

    private @Nullable ByteBuffer scratch;
    private @Nullable ByteBuffer outgoing;

    /** On which the loop runs, null while it does not; for messages. */
    private volatile @Nullable Thread thread;

    /**
     * For the event loop.
     *
     * @param shuffle order in which tasks that are ready take their steps, null for the order in which they became ready
     */
    protected LoopCore(@Nullable RandomGenerator shuffle) {
        this.shuffle = shuffle;
        if (shuffle != null) {
            duties.add(Duties.SHUFFLE);
        }
    }

    /** The core of the loop that runs on the calling thread. */
    public static LoopCore running() {
        LoopCore core = RUNNING.get();
        if (core == null) {
            throw new IllegalStateException("no event loop runs on thread "
                    + Thread.currentThread().getName() + ": start one with EventLoop.run(coroutine)");
        }
        return core;
    }

    /** Makes sure that this loop runs on the calling thread. */
    public final void checkRunning(String operation) {
        Thread at = thread;
        if (at != Thread.currentThread()) {
            throw new IllegalStateException(operation + " was called on thread "
                    + Thread.currentThread().getName()
                    + ", on which its event loop does not run – "
                    + (at == null
                            ? "it runs on none: what belongs to a loop is of use only while that runs"
                            : "it runs on thread " + at.getName()
                                    + ": hand it to the loop's execute(Runnable), which is thread-safe"));
        }
    }

    /** The time of the loop in nanoseconds. */
    protected abstract long nanoTime();

    /** How long the loop may really sleep when its next timer is due in {@code nanos}, {@link Long#MAX_VALUE} if it has none. */
    protected abstract long realWait(long nanos);

    /** Nothing came while the loop slept for {@link #realWait}: the time may go on to {@code deadline}. */
    protected abstract void nothingBefore(long deadline);

    /** Nothing came while the loop, which has no timer, slept for {@code waited} nanoseconds as {@link #realWait} said. */
    protected abstract void nothingAnyMore(long waited);

    /** Runs one step. */
    protected void run(Runnable step) {
        step.run();
    }

    /** A turn has ended; called if {@link #tellTurns} asks for it. */
    protected abstract void turned();

    /** A step threw {@code failure}. */
    protected abstract void failed(Runnable step, Throwable failure);

    /** The thread of the loop was interrupted while it waited; its interrupt status has been cleared. */
    protected abstract void interrupted();

    public final ReadyQueue ready() {
        return ready;
    }

    public final Timers timers() {
        return timers;
    }

    public final Inbox inbox() {
        return inbox;
    }

    public final SelectorDriver selector() {
        return selector;
    }

    public final Belongings belongings() {
        return belongings;
    }

    /** A direct buffer of 64 KiB for one read of one channel. What is in it is gone at the next. */
    public final ByteBuffer scratch() {
        ByteBuffer shared = scratch;
        if (shared == null) {
            shared = ByteBuffer.allocateDirect(SCRATCH);
            scratch = shared;
        }
        return shared;
    }

    /** A direct buffer of 64 KiB for one write to one channel. */
    public final ByteBuffer outgoing() {
        ByteBuffer shared = outgoing;
        if (shared == null) {
            shared = ByteBuffer.allocateDirect(SCRATCH);
            outgoing = shared;
        }
        return shared;
    }

    /** Makes this the core that {@link #running()} gives, until {@link #leave}. */
    public final void enter() {
        thread = Thread.currentThread();
        RUNNING.set(this);
    }

    public final void leave() {
        duties.remove(Duties.STOP);
        thread = null;
        RUNNING.remove();
    }

    /** Takes turns until {@link #stop()}; if that was called before, one that does not wait. */
    public final void takeTurns() {
        do {
            takeTurn(!duties.has(Duties.STOP));
        } while (!duties.has(Duties.STOP));
    }

    /**
     * Takes one turn.
     *
     * @param mayWait whether to sleep when nothing is ready
     */
    public final void takeTurn(boolean mayWait) {
        if (!inbox.isEmpty() || duties.isAny() || ready.isEmpty()) {
            lookAround(mayWait);
        }
        for (int left = ready.size(); left > 0; left--) {
            Runnable step = ready.remove();
            try {
                run(step);
            } catch (Throwable failure) {
                failed(step, failure);
            }
        }
        if (duties.has(Duties.END_OF_TURN)) {
            turned();
        }
    }

    /** Makes ready what has come meanwhile. */
    private void lookAround(boolean mayWait) {
        inbox.drainTo(ready);
        if (!timers.isEmpty()) {
            timers.fireUntil(nanoTime());
        }
        if (mayWait && ready.isEmpty()) {
            sleep();
        } else if (selector.hasChannels()) {
            selector.select(0);
        }
        if (shuffle != null) {
            ready.shuffleDrivers(shuffle);
        }
    }

    /** Makes {@link #takeTurns()} return after the turn it is in, or after the next one if it is in none. */
    public final void stop() {
        duties.add(Duties.STOP);
    }

    /** Whether {@link #turned()} is to be called, from here on. */
    protected final void tellTurns(boolean wanted) {
        if (wanted) {
            duties.add(Duties.END_OF_TURN);
        } else {
            duties.remove(Duties.END_OF_TURN);
        }
    }

    /** Refuses what other threads post; what they have posted is for a last turn. */
    public final void close() {
        inbox.close();
    }

    /** Closes the channels that are left, and the selector. */
    public final void closeChannels() throws IOException {
        selector.close();
    }

    private void sleep() {
        long started = System.nanoTime();
        long wait = timeToSleep();
        boolean came = false;
        if (wait > 0) {
            came = sleeper.sleep(inbox, wait);
        } else if (selector.hasChannels()) {
            came = selector.select(0);
        }
        if (Thread.interrupted()) {
            interrupted();
        } else {
            slept(started, wait, came);
        }
    }

    private long timeToSleep() {
        return realWait(timers.isEmpty() ? SelectorDriver.FOREVER : timers.nextDeadline() - nanoTime());
    }

    private void slept(long started, long wait, boolean came) {
        if (came || !inbox.isEmpty() || !ready.isEmpty() || System.nanoTime() - started < wait) {
            return;
        }
        if (timers.isEmpty()) {
            nothingAnyMore(wait);
        } else {
            nothingBefore(timers.nextDeadline());
        }
    }

    // ---- turns between which the thread does something else

    /** In how many nanoseconds a turn has something to do even if nothing comes; {@link Long#MAX_VALUE} if never. */
    public final long nanosToNextTurn() {
        if (!ready.isEmpty() || !inbox.isEmpty()) {
            return 0;
        }
        return timers.isEmpty() ? Long.MAX_VALUE : Math.max(timers.nextDeadline() - nanoTime(), 0);
    }

    /**
     * Begins a stretch of time in which the loop's thread takes no turns while another thread waits in {@link Pause#await}.
     *
     * @return null if the next turn has something to do
     */
    public final @Nullable Pause pause() {
        long wait = nanosToNextTurn() == 0 ? 0 : timeToSleep();
        if (wait <= 0) {
            slept(System.nanoTime(), 0, false);
            return null;
        }
        selector.open();
        ready.alarm(selector::wakeUp);
        timers.alarm(selector::wakeUp);
        return new Pause(wait);
    }

    /** A stretch of time without turns. */
    public final class Pause {
        private final long started = System.nanoTime();
        private final long wait;
        private boolean came;

        private Pause(long wait) {
            this.wait = wait;
        }

        /** Waits until a turn has something to do, or the thread is interrupted; on any thread but the loop's. */
        public void await() {
            if (inbox.fallAsleep()) {
                try {
                    came = selector.await(wait);
                } finally {
                    inbox.awake();
                }
            }
        }

        /** Ends the pause after the wait, on the loop's thread. */
        public void end() {
            ready.alarm(null);
            timers.alarm(null);
            slept(started, wait, came);
        }
    }
}
