package dev.reprise.sync;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The items of a queue, in the order in which they are given out. */
interface Store<T> {

    /** An item and its number in the order of arrival. */
    record Entry<T>(T item, long arrival) {}

    /** Puts in an item that came after all others. */
    void add(T item, long arrival);

    /** The next item. There is one. */
    T take();

    /** Puts in an item that a getter was handed while nothing was here, at the place where it would be without that. */
    void giveBack(T item, long arrival);

    int size();

    void clear();

    /** First in, first out. */
    class Fifo<T> implements Store<T> {
        final ArrayDeque<T> items = new ArrayDeque<>();

        /** What was given back, the next one first. All of it came before any of {@link #items}. */
        final PriorityQueue<Entry<T>> returned;

        Fifo() {
            this(Comparator.comparingLong(Entry::arrival));
        }

        Fifo(Comparator<Entry<T>> order) {
            returned = new PriorityQueue<>(order);
        }

        @Override
        public void add(T item, long arrival) {
            items.addLast(item);
        }

        @Override
        public T take() {
            return returned.isEmpty() ? items.removeFirst() : returned.remove().item();
        }

        @Override
        public final void giveBack(T item, long arrival) {
            returned.add(new Entry<>(item, arrival));
        }

        @Override
        public final int size() {
            return items.size() + returned.size();
        }

        @Override
        public final void clear() {
            items.clear();
            returned.clear();
        }
    }

    /** Last in, first out. */
    final class Lifo<T> extends Fifo<T> {

        Lifo() {
            super(Comparator.<Entry<T>>comparingLong(Entry::arrival).reversed());
        }

        @Override
        public T take() {
            return items.isEmpty() ? returned.remove().item() : items.removeLast();
        }
    }

    /** Smallest first; of equals, first in first out. */
    final class Ranked<T> implements Store<T> {

        private final PriorityQueue<Entry<T>> items;

        Ranked(Comparator<? super T> order) {
            items = new PriorityQueue<>(
                    Comparator.<Entry<T>, T>comparing(Entry::item, order).thenComparingLong(Entry::arrival));
        }

        @Override
        public void add(T item, long arrival) {
            items.add(new Entry<>(item, arrival));
        }

        @Override
        public T take() {
            return items.remove().item();
        }

        @Override
        public void giveBack(T item, long arrival) {
            add(item, arrival);
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
