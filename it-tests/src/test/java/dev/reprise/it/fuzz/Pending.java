package dev.reprise.it.fuzz;

import dev.reprise.EventLoop;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** What suspended coroutines wait for, in the order in which they began to. */
final class Pending {

    private record Event(int number, Runnable end) {}

    private final Queue<Event> events = new ArrayDeque<>();

    private boolean endingItself;

    /** Lets each wait end in a turn of the running event loop. */
    void endsItself() {
        endingItself = true;
    }

    /**
     * Lets a wait end later.
     *
     * @param number of the suspension
     */
    void add(int number, Runnable end) {
        events.add(new Event(number, end));
        if (endingItself) {
            EventLoop.current().callSoon(this::end);
        }
    }

    /** Number of the suspension that ends next, -1 if there is none. */
    int next() {
        @Nullable Event event = events.peek();
        return event == null ? -1 : event.number;
    }

    /** Ends the wait that began first. */
    void end() {
        Event event = events.poll();
        if (event == null) {
            throw new AssertionError("suspended, and nobody will wake it");
        }
        event.end.run();
    }
}
