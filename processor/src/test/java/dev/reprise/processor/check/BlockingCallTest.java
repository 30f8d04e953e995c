package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class BlockingCallTest {

    @Test
    void warnsInEveryCoroutineThatRunsOnALoop() {
        check("""
                @Coroutine Async<Integer> cold() throws Exception {
                    Thread.sleep(10); // warning: [BlockingCall] Thread.sleep(long) makes the thread of the event loop wait
                    return of(1);
                }
                @Coroutine java.util.concurrent.CompletableFuture<Integer> hot() throws Exception {
                    Thread.sleep(10); // warning: [BlockingCall] Thread.sleep(long)
                    return java.util.concurrent.CompletableFuture.completedFuture(1);
                }
                java.util.function.Supplier<Async<Integer>> lambda(java.util.concurrent.CountDownLatch latch) {
                    return () -> {
                        try {
                            latch.await(); // warning: [BlockingCall] CountDownLatch.await()
                        } catch (InterruptedException e) {
                            return of(0);
                        }
                        return of(await(of(1)));
                    };
                }
                """);
    }

    @Test
    void saysWhatACoroutineDoesInstead() {
        check("""
                @Coroutine Async<Integer> all(
                        java.util.concurrent.CompletableFuture<String> future,
                        java.util.concurrent.Future<String> old,
                        java.util.concurrent.locks.ReentrantLock lock,
                        java.util.concurrent.LinkedBlockingQueue<String> queue,
                        Process process) throws Exception {
                    future.join(); // warning: [BlockingCall] CompletableFuture.join() makes the thread of the event loop wait, and with it every other task. Write await(...) around the future itself.
                    old.get(); // warning: [BlockingCall] Future.get() makes the thread of the event loop wait, and with it every other task. Write await(Async.toThread(() -> ...)) around it.
                    lock.lock(); // warning: [BlockingCall] ReentrantLock.lock() makes the thread of the event loop wait, and with it every other task. Use a dev.reprise.sync.Lock.
                    queue.take(); // warning: [BlockingCall] LinkedBlockingQueue.take() makes the thread of the event loop wait, and with it every other task. Use a dev.reprise.sync.Queue.
                    java.util.concurrent.TimeUnit.SECONDS.sleep(1); // warning: [BlockingCall] TimeUnit.sleep(long) makes the thread of the event loop wait, and with it every other task. Write await(Async.sleep(...)).
                    java.util.concurrent.locks.LockSupport.park(); // warning: [BlockingCall] LockSupport.park() makes the thread of the event loop wait, and with it every other task. Use a dev.reprise.sync.Event.
                    process.waitFor(); // warning: [BlockingCall] Process.waitFor() makes the thread of the event loop wait, and with it every other task. Write await(process.onExit()).
                    return of(1);
                }
                """);
    }

    @Test
    void acceptsWhatRunsElsewhereOrDoesNotWait() {
        check("""
                void aMethod() throws Exception {
                    Thread.sleep(10);
                }
                @Coroutine Iterable<Integer> aGenerator() throws Exception {
                    Thread.sleep(10);
                    Generator.yield(1);
                    return Generator.end();
                }
                @Coroutine Async<Integer> handedOn(java.util.concurrent.CompletableFuture<Integer> future) throws Exception {
                    await(Async.toThread(() -> {
                        Thread.sleep(10);
                        return 1;
                    }));
                    return of(future.isDone() ? future.getNow(1) : await(future));
                }
                @SuppressWarnings("BlockingCall")
                @Coroutine Async<Integer> suppressed() throws Exception {
                    Thread.sleep(10);
                    return of(1);
                }
                """);
    }
}
