package dev.reprise.loop;

import dev.reprise.frame.Driver;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is to be run, first in first out: a ring that grows and never shrinks. */
public final class ReadyQueue {

    private @Nullable Runnable[] ring = new Runnable[64];
    private int head;
    private int size;
    private @Nullable Runnable alarm;

    public void add(Runnable step) {
        Runnable raised = alarm;
        if (raised != null) {
            alarm = null;
            raised.run();
        }
        if (size == ring.length) {
            grow();
        }
        ring[(head + size++) & (ring.length - 1)] = step;
    }

    /** Says who is called, once, when something is added; null for nobody. */
    void alarm(@Nullable Runnable called) {
        alarm = called;
    }

    /** Takes the oldest entry out. */
    Runnable remove() {
        Runnable step = ring[head];
        if (step == null) {
            throw new AssertionError("ready queue is empty");
        }
        ring[head] = null;
        head = (head + 1) & (ring.length - 1);
        size--;
        return step;
    }

    /** Puts those of the oldest {@code count} entries that are drivers into a random order among themselves. */
    void shuffleDrivers(int count, RandomGenerator random) {
        int[] places = IntStream.range(0, count)
                .map(i -> (head + i) & (ring.length - 1))
                .filter(place -> ring[place] instanceof Driver)
                .toArray();
        for (int left = places.length; left > 1; left--) {
            int chosen = places[random.nextInt(left)];
            Runnable step = ring[chosen];
            ring[chosen] = ring[places[left - 1]];
            ring[places[left - 1]] = step;
        }
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    private void grow() {
        @Nullable Runnable[] larger = new Runnable[ring.length * 2];
        int untilEnd = ring.length - head;
        System.arraycopy(ring, head, larger, 0, untilEnd);
        System.arraycopy(ring, 0, larger, untilEnd, head);
        ring = larger;
        head = 0;
    }
}
