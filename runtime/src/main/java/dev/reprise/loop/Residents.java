package dev.reprise.loop;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Who takes steps on a loop again and again, tasks above all. Each has a number from when it comes until it goes, under
 * which the {@link ReadyQueue} knows it.
 */
public final class Residents {

    private static final VarHandle SIZE;

    static {
        try {
            SIZE = MethodHandles.lookup().findVarHandle(Residents.class, "size", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private @Nullable Runnable[] places = new Runnable[16];

    /** Numbers below the {@link #highest} that nobody has, the next one to be given out last. */
    private int[] free = new int[16];

    private int freeCount;

    private int highest;

    /** Written opaquely, for those who look from outside. */
    private int size;

    /** Gives {@code resident} a number. */
    public int enter(Runnable resident) {
        int number = freeCount > 0 ? free[--freeCount] : nextNumber();
        places[number] = resident;
        SIZE.setOpaque(this, size + 1);
        return number;
    }

    private int nextNumber() {
        if (highest == places.length) {
            places = Arrays.copyOf(places, highest * 2);
        }
        return highest++;
    }

    /** Takes the number back. Whoever has it must not be in the ready queue. */
    public void leave(int number) {
        if (freeCount == free.length) {
            free = Arrays.copyOf(free, freeCount * 2);
        }
        free[freeCount++] = number;
        places[number] = null;
        SIZE.setOpaque(this, size - 1);
    }

    Runnable at(int number) {
        Runnable resident = places[number];
        if (resident == null) {
            throw new AssertionError("nobody has number " + number);
        }
        return resident;
    }

    /** Calls {@code visitor} with each, in no particular order. */
    public void forEach(Consumer<Runnable> visitor) {
        for (int number = 0; number < highest; number++) {
            Runnable resident = places[number];
            if (resident != null) {
                visitor.accept(resident);
            }
        }
    }

    public int size() {
        return size;
    }

    /** As {@link #size()}, a moment ago. Thread-safe. */
    public int sizeFromOutside() {
        return (int) SIZE.getOpaque(this);
    }
}
