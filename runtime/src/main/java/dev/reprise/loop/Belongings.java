package dev.reprise.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What ends with a loop and is not known to its selector.
 *
 * <p>Thread-safe, so that whoever sees that something has ended by itself can remove it.
 */
public final class Belongings {

    /** Guarded by this. */
    private final Deque<Runnable> ends = new ArrayDeque<>();

    Belongings() {}

    /**
     * Adds something.
     *
     * @param end done on the loop's thread when the loop is closed
     */
    public synchronized void add(Runnable end) {
        ends.add(end);
    }

    /** It has ended before. */
    public synchronized void remove(Runnable end) {
        ends.removeLastOccurrence(end);
    }

    /** How many there are. */
    public synchronized int size() {
        return ends.size();
    }

    private synchronized @Nullable Runnable takeLast() {
        return ends.pollLast();
    }

    /** Ends everything, the last first. */
    public void endAll() {
        for (Runnable end = takeLast(); end != null; end = takeLast()) {
            end.run();
        }
    }
}
