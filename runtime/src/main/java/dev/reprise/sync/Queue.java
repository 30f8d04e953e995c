package dev.reprise.sync;

import dev.reprise.Async;
import dev.reprise.AsyncIterable;
import dev.reprise.AsyncIterator;
import dev.reprise.Awaitable;
import dev.reprise.frame.Context;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A line of items between coroutines that make them and coroutines that use them. A bounded queue holds the makers back:
 * {@link #put} waits while it is full, as {@link #get} waits while it is empty.
 *
 * <p>Both serve in the order of arrival. A {@code get} that is cancelled has taken nothing, and a {@code put} that is
 * cancelled has put nothing, at whatever moment the cancellation comes: the item goes to whoever is next.
 *
 * <p>{@link #shutdown()} is the way to say that nothing more will come; {@code for (T item : await(queue))} then ends.
 *
 * @param <T> type of the items; null is none
 */
public final class Queue<T> implements AsyncIterable<T> {

    private static final int UNBOUNDED = Integer.MAX_VALUE;

    private final Home home = new Home();
    private final Store<T> store;
    private final int capacity;
    final Line<Taking<T, ?>> getters = new Line<>();
    final Line<Putting<T>> putters = new Line<>();
    private final Line<Joining> joiners = new Line<>();

    /** Places kept for coroutines whose {@code put} was admitted and that have not gone on yet. */
    private int reserved;

    /** How many items have come. The number of an item is this count when it comes. */
    private long arrivals;

    private int unfinished;
    private boolean shutDown;

    private Queue(Store<T> store, int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a queue for " + capacity + " items: give it room for 1 or more");
        }
        this.store = store;
        this.capacity = capacity;
    }

    /** A queue without bound: first in, first out. */
    public static <T> Queue<T> unbounded() {
        return bounded(UNBOUNDED);
    }

    /**
     * A queue for up to {@code capacity} items: first in, first out.
     *
     * @throws IllegalArgumentException if {@code capacity} is less than 1
     */
    public static <T> Queue<T> bounded(int capacity) {
        return new Queue<>(new Store.Fifo<>(), capacity);
    }

    /** A queue for up to {@code capacity} items: last in, first out. */
    public static <T> Queue<T> lifo(int capacity) {
        return new Queue<>(new Store.Lifo<>(), capacity);
    }

    /** A queue for up to {@code capacity} items that gives the smallest first, and equal ones as they came. */
    public static <T> Queue<T> priority(int capacity, Comparator<? super T> order) {
        return new Queue<>(new Store.Ranked<>(order), capacity);
    }

    /**
     * Waits until there is room for {@code item} and puts it in.
     *
     * <p>Raises {@link QueueShutdownException} if the queue is shut down before there is room, and {@link
     * dev.reprise.Cancelled} if the task is cancelled before it goes on; the item is then not in the queue.
     */
    public Async<@Nullable Void> put(T item) {
        return new Put(Objects.requireNonNull(item, "item"));
    }

    /**
     * Waits until there is an item and takes it.
     *
     * <p>Raises {@link QueueShutdownException} if the queue is shut down and empty, and {@link dev.reprise.Cancelled} if
     * the task is cancelled before it goes on; the item is then the next one's.
     */
    public Async<T> get() {
        return new Get();
    }

    /**
     * The items as an async for takes them out, until the queue is shut down and empty. Several coroutines may iterate; each
     * item goes to one of them.
     */
    @Override
    public AsyncIterator<T> asyncIterator() {
        return new Items();
    }

    /**
     * Puts {@code item} in if there is room and nobody waits for it.
     *
     * @return whether it is in the queue
     * @throws QueueShutdownException if the queue is shut down
     */
    public boolean offer(T item) {
        home.enter(this);
        Objects.requireNonNull(item, "item");
        checkOpen();
        if (!hasRoom()) {
            return false;
        }
        accept(item);
        return true;
    }

    /**
     * Puts {@code item} in.
     *
     * @throws IllegalStateException if there is no room
     * @throws QueueShutdownException if the queue is shut down
     */
    public void add(T item) {
        if (!offer(item)) {
            throw new IllegalStateException(this + " is full: await(queue.put(item)) waits for room");
        }
    }

    /** Takes an item; gives null if there is none. */
    public @Nullable T poll() {
        home.enter(this);
        return store.size() == 0 ? null : take();
    }

    /**
     * Takes an item.
     *
     * @throws NoSuchElementException if there is none
     * @throws QueueShutdownException if there is none and the queue is shut down
     */
    public T remove() {
        T item = poll();
        if (item == null) {
            checkOpen();
            throw new NoSuchElementException(this + " is empty: await(queue.get()) waits for an item");
        }
        return item;
    }

    /**
     * Says that one item is dealt with. {@link #join()} waits until this was called for every item that was put in.
     *
     * @throws IllegalStateException if it was called more often than items were put in
     */
    public void taskDone() {
        home.enter(this);
        if (unfinished == 0) {
            throw new IllegalStateException("taskDone() was called more often than items were put into " + this);
        }
        finish(1);
    }

    /** Waits until {@link #taskDone()} was called for every item that was put in. */
    public Async<@Nullable Void> join() {
        return new Join();
    }

    /**
     * Says that nothing more will come. Those who wait to put something in, and whoever tries from here on, get a {@link
     * QueueShutdownException}; those who take something out get it when the queue is empty. Calling it again does nothing.
     */
    public void shutdown() {
        home.enter(this);
        if (!shutDown) {
            shutDown = true;
            putters.refuseAll(new QueueShutdownException());
            for (Taking<T, ?> getter = getters.poll(); getter != null; getter = getters.poll()) {
                getter.admit();
            }
        }
    }

    /** Does as {@link #shutdown()} and drops what is in the queue, which counts as dealt with. */
    public void shutdownNow() {
        shutdown();
        int dropped = store.size();
        store.clear();
        finish(dropped);
    }

    /** Whether the queue was shut down. */
    public boolean isShutdown() {
        return shutDown;
    }

    /** How many items are in the queue. */
    public int size() {
        return store.size();
    }

    void checkOpen() {
        if (shutDown) {
            throw new QueueShutdownException();
        }
    }

    private boolean hasRoom() {
        return putters.isEmpty() && store.size() + reserved < capacity;
    }

    void accept(T item) {
        unfinished++;
        long arrival = ++arrivals;
        Taking<T, ?> getter = getters.poll();
        if (getter == null) {
            store.add(item, arrival);
        } else {
            getter.give(item, arrival);
        }
    }

    private T take() {
        T item = store.take();
        admitPut();
        return item;
    }

    /** Takes back an item whose getter does not go on with it. */
    void giveBack(T item, long arrival) {
        Taking<T, ?> getter = getters.poll();
        if (getter == null) {
            store.giveBack(item, arrival);
        } else {
            getter.give(item, arrival);
        }
    }

    void admitPut() {
        Putting<T> putter = store.size() + reserved < capacity ? putters.poll() : null;
        if (putter != null) {
            reserved++;
            putter.admit();
        }
    }

    /** Gives up the place that was kept for a coroutine whose {@code put} was admitted. */
    void leavePlace() {
        reserved--;
    }

    private void finish(int items) {
        unfinished -= items;
        if (unfinished == 0) {
            for (Joining join = joiners.poll(); join != null; join = joiners.poll()) {
                join.admit();
            }
        }
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("queue (").append(store.size());
        if (capacity != UNBOUNDED) {
            text.append(" of ").append(capacity);
        }
        text.append(" items");
        if (!getters.isEmpty()) {
            text.append(", ").append(getters.length()).append(" waiting to get");
        }
        if (!putters.isEmpty()) {
            text.append(", ").append(putters.length()).append(" waiting to put");
        }
        return text.append(shutDown ? ", shut down)" : ")").toString();
    }

    private final class Put extends Operation<@Nullable Void> {

        private final T item;

        Put(T item) {
            this.item = item;
        }

        @Override
        public @Nullable Object awaitIn(Context context) {
            start(home, Queue.this, context);
            checkOpen();
            if (!hasRoom()) {
                return context.suspendOn(new Putting<>(Queue.this, item));
            }
            accept(item);
            return null;
        }

        @Override
        public String toString() {
            return "put() into " + Queue.this;
        }
    }

    private final class Get extends Operation<T> {

        @Override
        public @Nullable Object awaitIn(Context context) {
            start(home, Queue.this, context);
            if (store.size() > 0) {
                return take();
            }
            checkOpen();
            return context.suspendOn(new Getting<>(Queue.this));
        }

        @Override
        public String toString() {
            return "get() from " + Queue.this;
        }
    }

    private final class Items implements AsyncIterator<T> {

        private @Nullable T current;

        @Override
        public Awaitable<Boolean> advance() {
            return new Advance();
        }

        @Override
        public T current() {
            if (current == null) {
                throw new IllegalStateException("no item was taken from " + Queue.this);
            }
            return current;
        }

        private boolean isAt(@Nullable T taken) {
            current = taken;
            return taken != null;
        }

        private final class Advance extends Operation<Boolean> {

            @Override
            public @Nullable Object awaitIn(Context context) {
                start(home, Queue.this, context);
                if (store.size() > 0) {
                    return isAt(take());
                }
                return shutDown ? isAt(null) : context.suspendOn(new Advancing());
            }

            @Override
            public String toString() {
                return "get() from " + Queue.this;
            }
        }

        private final class Advancing extends Taking<T, Boolean> {

            Advancing() {
                super(Queue.this);
            }

            @Override
            Boolean taken(@Nullable T taken) {
                return isAt(taken);
            }
        }
    }

    private final class Join extends Operation<@Nullable Void> {

        @Override
        public @Nullable Object awaitIn(Context context) {
            start(home, Queue.this, context);
            return unfinished == 0 ? null : context.suspendOn(new Joining());
        }

        @Override
        public String toString() {
            return "join() of " + Queue.this;
        }
    }

    private final class Joining extends Waiting<@Nullable Void> {

        @Override
        void join() {
            joiners.add(this);
        }

        @Override
        @Nullable Void value() {
            return null;
        }

        @Override
        void giveBack() {
            // whoever does not want to know takes nothing from the others
        }

        @Override
        public String toString() {
            return "join() of " + Queue.this;
        }
    }
}
