package dev.reprise.benchmarks.arena.limit;

import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;

/** The numbers from 0 up to an end. */
public final class UpTo implements PrimitiveIterator.OfInt {

    private final int end;
    private int next;

    public UpTo(int end) {
        this.end = end;
    }

    @Override
    public boolean hasNext() {
        return next < end;
    }

    @Override
    public int nextInt() {
        if (next >= end) {
            throw new NoSuchElementException();
        }
        return next++;
    }
}
