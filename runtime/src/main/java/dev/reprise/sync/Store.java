package dev.reprise.sync;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The items of a queue, in the order in which they are given out. */
interface Store<T> {

    void add(T item);

    /** The next item. There is one. */
    T take();

    /** Puts the item back that was taken last of all. */
    void giveBack(T item);

    int size();

    void clear();

    /** First in, first out. */
    class Fifo<T> implements Store<T> {
        final ArrayDeque<T> items = new ArrayDeque<>();

        @Override
        public void add(T item) {
            items.addLast(item);
        }

        @Override
        public final T take() {
            return items.removeFirst();
        }

        @Override
        public final void giveBack(T item) {
            items.addFirst(item);
        }

        @Override
        public final int size() {
            return items.size();
        }

        @Override
        public final void clear() {
            items.clear();
        }
    }

    /** Last in, first out. */
    final class Lifo<T> extends Fifo<T> {

        @Override
        public void add(T item) {
            items.addFirst(item);
        }
    }

    /** Smallest first; of equals, first in first out. */
    final class Ranked<T> implements Store<T> {

        private record Entry<T>(T item, long arrival) {}

        private final PriorityQueue<Entry<T>> items;
        private long arrivals;
        private long returned;

        Ranked(Comparator<? super T> order) {
            items = new PriorityQueue<>(
                    Comparator.<Entry<T>, T>comparing(Entry::item, order).thenComparingLong(Entry::arrival));
        }

        @Override
        public void add(T item) {
            items.add(new Entry<>(item, ++arrivals));
        }

        @Override
        public T take() {
            return items.remove().item();
        }

        @Override
        public void giveBack(T item) {
            items.add(new Entry<>(item, --returned));
        }

        @Override
        public int size() {
            return items.size();
        }

        @Override
        public void clear() {
            items.clear();
        }
    }
}
