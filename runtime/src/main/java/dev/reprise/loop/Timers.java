package dev.reprise.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timers of a loop in the order of their deadlines, those of one deadline in the order in which they were added.
 *
 * <p>A heap with four children per node in which every timer knows its place, so that a cancelled one leaves at once: a
 * program that sets and cancels a time-out per request keeps no memory for them.
 */
public final class Timers {

    private static final int CHILDREN = 4;

    /** Timers that are taken out one by one before it is looked whether a large part of the heap is due. */
    private static final int FEW = 64;

    private static final Comparator<Timer> ORDER = (one, other) -> one.isBefore(other) ? -1 : 1;

    private final Duties duties;

    private @Nullable Timer[] heap = new Timer[16];
    private int size;
    private int added;
    private @Nullable Runnable alarm;

    Timers(Duties duties) {
        this.duties = duties;
    }

    public void add(Timer timer) {
        if (timer.isQueued()) {
            throw new AssertionError("timer was added twice: " + timer);
        }
        if (size == heap.length) {
            heap = Arrays.copyOf(heap, size * 2);
        }
        timer.sequence = added++;
        siftUp(timer, size++);
        duties.add(Duties.TIMERS);
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
        if (size == 0) {
            duties.remove(Duties.TIMERS);
        }
    }

    /** Fires every timer whose deadline is not after {@code now}. */
    void fireUntil(long now) {
        for (int fired = 0; size > 0 && isDue(at(0), now); fired++) {
            if (fired == FEW && fireMany(now)) {
                return;
            }
            Timer first = at(0);
            remove(first);
            first.fire();
        }
    }

    private static boolean isDue(Timer timer, long now) {
        return timer.deadline - now <= 0;
    }

    /**
     * Fires every timer that is due, if these are a large part: sorts them and makes a heap of the others, which is less work
     * than to take them out one by one.
     *
     * @return false if they are not
     */
    private boolean fireMany(long now) {
        List<Timer> due = new ArrayList<>();
        due.add(at(0));
        // above a timer that is due all are; in the order of their places those of one deadline are almost sorted
        for (int i = 0; i < due.size(); i++) {
            int first = due.get(i).index * CHILDREN + 1;
            for (int child = first; child < Math.min(first + CHILDREN, size); child++) {
                if (isDue(at(child), now)) {
                    due.add(at(child));
                }
            }
        }
        if (due.size() < size / 8) {
            return false;
        }
        for (Timer timer : due) {
            timer.index = Timer.NOT_QUEUED;
        }
        keepQueued();
        due.sort(ORDER);
        due.forEach(Timer::fire);
        return true;
    }

    /** Makes a heap of the timers that are still queued. */
    private void keepQueued() {
        int left = 0;
        for (int i = 0; i < size; i++) {
            Timer timer = at(i);
            if (timer.isQueued()) {
                put(timer, left++);
            }
        }
        Arrays.fill(heap, left, size, null);
        size = left;
        if (size == 0) {
            duties.remove(Duties.TIMERS);
        }
        for (int i = (size - 2) / CHILDREN; i >= 0 && size > 1; i--) {
            siftDown(at(i), i);
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
