package dev.reprise.sync;

import dev.reprise.Async;
import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/**
 * A place to wait, with a lock held, for a change that somebody else makes with the same lock held.
 *
 * <pre>{@code
 * try (var held = await(changed.acquire())) {
 *     while (stock == 0) {
 *         await(changed.signalled());
 *     }
 *     stock--;
 * }
 * }</pre>
 *
 * <p>Waiting gives the lock up and takes it again before the coroutine goes on, also when it goes on because it is
 * cancelled. Others may have had the lock in between, so what was waited for is looked at again, in a loop.
 */
public final class Condition {

    final Lock lock;
    final Line<Signalled> line = new Line<>();

    /** A condition with a lock of its own. */
    public Condition() {
        this(new Lock());
    }

    /** A condition of {@code lock}; several may share one. */
    public Condition(Lock lock) {
        this.lock = lock;
    }

    /** Waits for the lock, as {@link Lock#acquire()} does. */
    public Async<Permit> acquire() {
        return lock.acquire();
    }

    /**
     * Gives up the lock, waits for a signal, and takes the lock again.
     *
     * <p>A cancelled wait raises {@link dev.reprise.Cancelled} when it has the lock again; if it had been signalled, the
     * signal goes to the next. Awaiting it without the lock being held is an {@link IllegalStateException}.
     */
    public Async<@Nullable Void> signalled() {
        return new AwaitSignal();
    }

    /** Lets the coroutine go on that has waited longest, as soon as it gets the lock. */
    public void signal() {
        signal(1);
    }

    /**
     * Lets the {@code count} coroutines go on that have waited longest, or as many as there are.
     *
     * @throws IllegalStateException if the lock is not held
     */
    public void signal(int count) {
        lock.permits.home.enter(this);
        holder("signal()");
        for (int i = 0; i < count && !line.isEmpty(); i++) {
            passSignal();
        }
    }

    /** Lets all waiting coroutines go on, one after the other as each gets the lock. */
    public void signalAll() {
        signal(Integer.MAX_VALUE);
    }

    /** Sends the first who waits for a signal on to the line of the lock. */
    void passSignal() {
        Signalled next = line.poll();
        if (next != null) {
            next.regain();
        }
    }

    /** Who holds the lock. */
    Acquiring holder(String operation) {
        Acquiring holder = lock.permits.lastIn;
        if (holder == null || !holder.isHeld()) {
            throw new IllegalStateException(operation + " of " + this + " needs its lock: write try (var held ="
                    + " await(condition.acquire())) { ... } around it");
        }
        return holder;
    }

    private final class AwaitSignal extends Operation<@Nullable Void> {

        @Override
        public @Nullable Object awaitIn(Context context) {
            start(lock.permits.home, Condition.this, context);
            return context.suspendOn(new Signalled(Condition.this, holder("signalled()")));
        }

        @Override
        public String toString() {
            return "signalled() of " + Condition.this;
        }
    }

    @Override
    public String toString() {
        return "condition (" + line.length() + " waiting, of " + lock + ")";
    }
}
