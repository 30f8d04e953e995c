package dev.reprise.sync;

import org.jspecify.annotations.Nullable;

/** The wait for room in a queue. When it is admitted, the queue keeps a place for it. */
final class Putting<T> extends Waiting<@Nullable Void> {

    private final Queue<T> queue;
    private final T item;

    Putting(Queue<T> queue, T item) {
        this.queue = queue;
        this.item = item;
    }

    @Override
    void join() {
        queue.putters.add(this);
    }

    @Override
    @Nullable Void value() {
        queue.leavePlace();
        queue.checkOpen();
        queue.accept(item);
        // the item may have gone to a getter, and its place is free then
        queue.admitPut();
        return null;
    }

    @Override
    void giveBack() {
        queue.leavePlace();
        queue.admitPut();
    }

    @Override
    public String toString() {
        return "put() into " + queue;
    }
}
