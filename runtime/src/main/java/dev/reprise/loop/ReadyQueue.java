package dev.reprise.loop;

import dev.reprise.frame.Driver;
import java.util.ArrayDeque;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be run, first in first out: a ring of the numbers of {@link Residents} that grows and never shrinks. Numbers,
 * because a reference that is written to an old object costs more than the rest of the way through this queue.
 */
public final class ReadyQueue {

    /** Stands in the ring for the next of {@link #others}. */
    private static final int OTHER = -1;

    private final Residents residents = new Residents();

    /** Callbacks, which have no number. */
    private final ArrayDeque<Runnable> others = new ArrayDeque<>();

    private int[] ring = new int[64];

    /** How many have been taken out, which is the place of the oldest entry in a ring without end. */
    private int head;

    /** How many have been added. */
    private int tail;

    /** From which size on {@link #add} has more to do: the length of the ring, 0 while there is an alarm. */
    private int plain = ring.length;

    private @Nullable Runnable alarm;

    /** Who can be added by number. */
    public Residents residents() {
        return residents;
    }

    public void add(Runnable step) {
        others.add(step);
        add(OTHER);
    }

    /** Adds a resident. */
    public void add(int number) {
        int place = tail;
        if (place - head >= plain) {
            prepare();
        }
        ring[place & (ring.length - 1)] = number;
        tail = place + 1;
    }

    /** Gives the alarm, and makes room. */
    private void prepare() {
        Runnable raised = alarm;
        if (raised != null) {
            alarm(null);
            raised.run();
        }
        if (size() == ring.length) {
            grow();
        }
    }

    /** Says who is called, once, when something is added; null for nobody. */
    void alarm(@Nullable Runnable called) {
        alarm = called;
        plain = called == null ? ring.length : 0;
    }

    /** Takes the oldest entry out; the queue must not be empty. */
    Runnable remove() {
        int number = ring[head++ & (ring.length - 1)];
        return number == OTHER ? others.remove() : residents.at(number);
    }

    /** Puts the drivers into a random order among themselves. */
    void shuffleDrivers(RandomGenerator random) {
        int count = size();
        int[] numbers = new int[count];
        Runnable[] steps = new Runnable[count];
        for (int i = 0; i < count; i++) {
            numbers[i] = ring[(head + i) & (ring.length - 1)];
            steps[i] = numbers[i] == OTHER ? others.remove() : residents.at(numbers[i]);
        }
        int[] places = IntStream.range(0, count)
                .filter(place -> steps[place] instanceof Driver)
                .toArray();
        for (int left = places.length; left > 1; left--) {
            int chosen = places[random.nextInt(left)];
            int last = places[left - 1];
            swap(numbers, chosen, last);
            swap(steps, chosen, last);
        }
        for (int i = count - 1; i >= 0; i--) {
            ring[(head + i) & (ring.length - 1)] = numbers[i];
            if (numbers[i] == OTHER) {
                others.addFirst(steps[i]);
            }
        }
    }

    private static void swap(int[] numbers, int one, int other) {
        int kept = numbers[one];
        numbers[one] = numbers[other];
        numbers[other] = kept;
    }

    private static void swap(Runnable[] steps, int one, int other) {
        Runnable kept = steps[one];
        steps[one] = steps[other];
        steps[other] = kept;
    }

    int size() {
        return tail - head;
    }

    boolean isEmpty() {
        return head == tail;
    }

    private void grow() {
        int[] larger = new int[ring.length * 2];
        for (int place = head; place != tail; place++) {
            larger[place & (larger.length - 1)] = ring[place & (ring.length - 1)];
        }
        ring = larger;
        plain = larger.length;
    }
}
