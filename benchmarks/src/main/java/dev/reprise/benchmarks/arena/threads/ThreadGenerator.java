package dev.reprise.benchmarks.arena.threads;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An iterator over what a virtual thread yields; to be used by another virtual thread on the same carrier. Each parks while it
 * is the other's turn.
 */
final class ThreadGenerator implements Iterator<Integer> {

    private final Thread consumer = Thread.currentThread();
    private final Thread producer;
    private volatile @Nullable Integer item;
    private volatile boolean ended;

    /** @param body hands each element to the consumer that it is given, which is {@link #yield} */
    ThreadGenerator(Consumer<ThreadGenerator> body) {
        producer = Virtual.start(() -> {
            body.accept(this);
            ended = true;
            LockSupport.unpark(consumer);
        });
    }

    /** Called by the producer. */
    void yield(Integer element) {
        item = element;
        LockSupport.unpark(consumer);
        while (item != null) {
            LockSupport.park(this);
        }
    }

    @Override
    public boolean hasNext() {
        while (item == null && !ended) {
            LockSupport.park(this);
        }
        return item != null;
    }

    @Override
    public Integer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Integer element = item;
        item = null;
        LockSupport.unpark(producer);
        return element;
    }
}
