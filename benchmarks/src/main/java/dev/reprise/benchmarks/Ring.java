package dev.reprise.benchmarks;

import dev.reprise.Awaitable;
import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import java.util.ArrayDeque;

/** The least event loop there can be: callbacks run in the order in which they were added. */
final class Ring implements Suspension, Awaitable<Integer> {

    private static final Integer ONE = 1;

    private final ArrayDeque<Runnable> ready = new ArrayDeque<>();

    void add(Runnable callback) {
        ready.add(callback);
    }

    void runAll() {
        for (Runnable next = ready.poll(); next != null; next = ready.poll()) {
            next.run();
        }
    }

    /** Runs a coroutine to its end; as an {@link Awaitable} the ring gives one turn away and the value 1 back. */
    int run(Awaitable<Integer> coroutine) {
        Root root = new Root();
        root.begin(coroutine);
        runAll();
        return root.result;
    }

    @Override
    public Object awaitIn(Context context) {
        return context.suspendOn(this);
    }

    @Override
    public void subscribe(Driver driver) {
        driver.wake();
    }

    @Override
    public Object outcome() {
        return ONE;
    }

    @Override
    public boolean cancel(String reason) {
        return false;
    }

    private final class Root extends Driver implements Runnable {

        private final Context context = Context.current();
        private int result;

        void begin(Awaitable<Integer> coroutine) {
            start(context, coroutine);
        }

        @Override
        public void wake() {
            add(this);
        }

        @Override
        public void run() {
            resume(context);
        }

        @Override
        protected void returned(Object value) {
            result = (Integer) value;
        }

        @Override
        protected void failed(Throwable failure) {
            throw new AssertionError(failure);
        }

        @Override
        protected void suspended(Suspension awaited) {
            awaited.subscribe(this);
        }
    }
}
