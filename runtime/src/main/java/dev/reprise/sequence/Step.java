package dev.reprise.sequence;

import dev.reprise.Sequence;
import dev.reprise.frame.Sneaky;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** A sequence that looks for one element at a time, and closes what it takes them from when there is none. */
abstract class Step<T extends @Nullable Object> implements Sequence<T> {

    private enum State {
        UNKNOWN,
        FOUND,
        ENDED
    }

    private State state = State.UNKNOWN;
    private @Nullable T element;

    /** Looks for the next element and passes it to {@link #found}; returns false if there is none. */
    abstract boolean find();

    /** Closes what the elements are taken from. */
    abstract void closeSource() throws Exception;

    final boolean found(T next) {
        element = next;
        return true;
    }

    @Override
    public final boolean hasNext() {
        if (state != State.UNKNOWN) {
            return state == State.FOUND;
        }
        boolean found;
        try {
            found = find();
        } catch (Throwable failure) {
            closeAfter(failure);
            throw failure;
        }
        if (found) {
            state = State.FOUND;
        } else {
            close();
        }
        return found;
    }

    private void closeAfter(Throwable failure) {
        try {
            close();
        } catch (Throwable second) {
            if (second != failure) {
                failure.addSuppressed(second);
            }
        }
    }

    @Override
    @SuppressWarnings("NullAway") // a found element is a T, null or not
    public final T next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the sequence has ended");
        }
        T next = element;
        element = null;
        state = State.UNKNOWN;
        return next;
    }

    @Override
    public final void close() {
        if (state == State.ENDED) {
            return;
        }
        state = State.ENDED;
        element = null;
        try {
            closeSource();
        } catch (Exception failure) {
            throw Sneaky.raise(failure);
        }
    }

    /** Closes {@code first} and then, whatever became of that, {@code second}. */
    static void closeBoth(Object first, Object second) throws Exception {
        try {
            closeOne(first);
        } finally {
            closeOne(second);
        }
    }

    static void closeOne(Object source) throws Exception {
        if (source instanceof AutoCloseable closeable) {
            closeable.close();
        }
    }

    static long checkCount(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("a sequence cannot give or skip " + count + " elements");
        }
        return count;
    }
}
