package dev.reprise.sync;

import org.jspecify.annotations.Nullable;

/** The wait for an item of a queue, which ends without one when the queue is shut down. */
abstract class Taking<T, V> extends Waiting<V> {

    private final Queue<T> queue;

    private @Nullable T item;

    /** The number of the item. */
    private long arrival;

    Taking(Queue<T> queue) {
        this.queue = queue;
    }

    /**
     * What the await gives.
     *
     * @param taken the item, null if the queue was shut down
     */
    abstract V taken(@Nullable T taken);

    @Override
    final void join() {
        queue.getters.add(this);
    }

    final void give(T given, long number) {
        item = given;
        arrival = number;
        admit();
    }

    @Override
    final V value() {
        return taken(item);
    }

    @Override
    final void giveBack() {
        T given = item;
        if (given != null) {
            queue.giveBack(given, arrival);
        }
    }

    @Override
    public String toString() {
        return "get() from " + queue;
    }
}
