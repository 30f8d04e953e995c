package dev.reprise.sync;

import dev.reprise.Cancelled;
import org.jspecify.annotations.Nullable;

/** A wait for the signal of a condition, and then for its lock. */
final class Signalled extends Waiting<@Nullable Void> {

    private final Condition condition;

    /** The permit that is lent to others meanwhile. */
    private final Acquiring lent;

    private boolean cancelled;
    private @Nullable String reason;

    Signalled(Condition condition, Acquiring lent) {
        this.condition = condition;
        this.lent = lent;
    }

    private Permits permits() {
        return condition.lock.permits;
    }

    @Override
    void join() {
        condition.line.add(this);
        lent.lend();
    }

    /** Waits for the lock. */
    void regain() {
        if (permits().tryTake()) {
            admit();
        } else {
            permits().line.add(this);
        }
    }

    /** The lock is the coroutine's again. */
    @Override
    void admitted() {
        lent.hold();
    }

    @Override
    public boolean cancel(@Nullable String why) {
        if (isAdmitted()) {
            return false;
        }
        boolean signalled = line != condition.line;
        if (!cancelled) {
            cancelled = true;
            reason = why;
            if (signalled) {
                condition.passSignal();
            } else {
                condition.line.remove(this);
                regain();
            }
        }
        return true;
    }

    @Override
    @Nullable Void value() {
        if (cancelled) {
            throw new Cancelled(reason);
        }
        return null;
    }

    /** The coroutine has the lock, as it must when it is cancelled here; only the signal is for somebody else. */
    @Override
    void giveBack() {
        if (!cancelled) {
            condition.passSignal();
        }
    }

    @Override
    public String toString() {
        return (line == permits().line ? "the lock of " : "a signal of ") + condition;
    }
}
