package dev.reprise.loop;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The timers of a loop in the order of their deadlines, those of one deadline in the order in which they were added.
 *
 * <p>A heap with four children per node in which every timer knows its place, so that a cancelled one leaves at once: a
 * program that sets and cancels a time-out per request keeps no memory for them.
 */
public final class Timers {

    private static final int CHILDREN = 4;

    private @Nullable Timer[] heap = new Timer[16];
    private int size;
    private int added;
    private @Nullable Runnable alarm;

    public void add(Timer timer) {
        if (timer.isQueued()) {
            throw new AssertionError("timer was added twice: " + timer);
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        timer.sequence = added++;
        siftUp(timer, size++);
        Runnable raised = alarm;
        if (raised != null) {
            alarm = null;
            raised.run();
        }
    }

    /** Says who is called, once, when a timer is added; null for nobody. */
    void alarm(@Nullable Runnable called) {
        alarm = called;
    }

    /** Takes a timer out; one that is not queued is left alone. */
    public void remove(Timer timer) {
        int hole = timer.index;
        if (hole == Timer.NOT_QUEUED) {
            return;
        }
        timer.index = Timer.NOT_QUEUED;
        Timer last = at(--size);
        heap[size] = null;
        if (last != timer) {
            siftUp(last, hole);
            if (last.index == hole) {
                siftDown(last, hole);
            }
        }
    }

    /** Fires every timer whose deadline is not after {@code now}. */
    void fireUntil(long now) {
        while (size > 0) {
            Timer first = at(0);
            if (first.deadline - now > 0) {
                return;
            }
            remove(first);
            first.fire();
        }
    }

    public boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    /** The earliest deadline; the queue must not be empty. */
    long nextDeadline() {
        return at(0).deadline;
    }

    private Timer at(int index) {
        Timer timer = heap[index];
        if (timer == null) {
            throw new AssertionError("no timer at " + index + " of " + size);
        }
        return timer;
    }

    private void put(Timer timer, int index) {
        heap[index] = timer;
        timer.index = index;
    }

    private void siftUp(Timer timer, int from) {
        int index = from;
        while (index > 0) {
            int above = (index - 1) / CHILDREN;
            Timer parent = at(above);
            if (!timer.isBefore(parent)) {
                break;
            }
            put(parent, index);
            index = above;
        }
        put(timer, index);
    }

    private void siftDown(Timer timer, int from) {
        int index = from;
        while (true) {
            int first = index * CHILDREN + 1;
            if (first >= size) {
                break;
            }
            int least = first;
            int end = Math.min(first + CHILDREN, size);
            for (int child = first + 1; child < end; child++) {
                if (at(child).isBefore(at(least))) {
                    least = child;
                }
            }
            Timer candidate = at(least);
            if (!candidate.isBefore(timer)) {
                break;
            }
            put(candidate, index);
            index = least;
        }
        put(timer, index);
    }
}
