package dev.reprise.sync;

import org.jspecify.annotations.Nullable;

/** Those who wait for one thing, first come first served. Joining and leaving cost the same at any length. */
final class Line<W extends Waiting<?>> {

    private @Nullable Waiting<?> first;

    /** Null if that is the first: in a line that is mostly empty or has one in it, a reference less to write. */
    private @Nullable Waiting<?> last;

    private int length;

    boolean isEmpty() {
        return first == null;
    }

    int length() {
        return length;
    }

    void add(W waiting) {
        waiting.line = this;
        length++;
        if (first == null) {
            first = waiting;
            return;
        }
        Waiting<?> ahead = last == null ? first : last;
        ahead.behind = waiting;
        waiting.ahead = ahead;
        last = waiting;
    }

    void remove(Waiting<?> waiting) {
        Waiting<?> ahead = waiting.ahead;
        Waiting<?> behind = waiting.behind;
        if (ahead == null) {
            first = behind;
        } else {
            ahead.behind = behind;
        }
        if (behind != null) {
            behind.ahead = ahead;
        }
        Waiting<?> left = behind == null ? ahead : last;
        last = left == first ? null : left;
        waiting.line = null;
        waiting.ahead = null;
        waiting.behind = null;
        length--;
    }

    /** Takes the first out of the line; null if nobody waits. */
    @SuppressWarnings("unchecked") // add() takes no other
    @Nullable W poll() {
        Waiting<?> waiting = first;
        if (waiting != null) {
            remove(waiting);
        }
        return (W) waiting;
    }

    /** Lets everybody fail who stands in the line. */
    void refuseAll(RuntimeException failure) {
        for (Waiting<?> waiting = poll(); waiting != null; waiting = poll()) {
            waiting.refuse(failure);
        }
    }
}
