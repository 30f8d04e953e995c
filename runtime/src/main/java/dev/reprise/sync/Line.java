package dev.reprise.sync;

import org.jspecify.annotations.Nullable;

/** Those who wait for one thing, first come first served. Joining and leaving cost the same at any length. */
final class Line<W extends Waiting<?>> {

    private @Nullable Waiting<?> first;
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
        waiting.ahead = last;
        if (last == null) {
            first = waiting;
        } else {
            last.behind = waiting;
        }
        last = waiting;
        length++;
    }

    void remove(Waiting<?> waiting) {
        Waiting<?> ahead = waiting.ahead;
        Waiting<?> behind = waiting.behind;
        if (ahead == null) {
            first = behind;
        } else {
            ahead.behind = behind;
        }
        if (behind == null) {
            last = ahead;
        } else {
            behind.ahead = ahead;
        }
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
