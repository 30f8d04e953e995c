package dev.reprise.benchmarks.arena.threads;

import java.util.concurrent.ThreadFactory;

/** Makes virtual threads; by reflection, so that this compiles for JDK 17. */
final class Virtual {

    private static final ThreadFactory FACTORY = factory();

    private Virtual() {}

    private static ThreadFactory factory() {
        try {
            Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
            return (ThreadFactory) Class.forName("java.lang.Thread$Builder")
                    .getMethod("factory")
                    .invoke(builder);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK has no virtual threads", e);
        }
    }

    static Thread start(Runnable body) {
        Thread thread = FACTORY.newThread(body);
        thread.start();
        return thread;
    }

    /** What may block for a while and gives a result. */
    interface Body<T> {
        T call() throws InterruptedException;
    }

    /** Has a virtual thread do it, and waits. */
    static <T> T run(Body<T> body) {
        Slot<T> slot = new Slot<>(body);
        join(start(slot));
        return slot.result;
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static final class Slot<T> implements Runnable {

        private final Body<T> body;
        private T result;

        Slot(Body<T> body) {
            this.body = body;
        }

        @Override
        public void run() {
            try {
                result = body.call();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
