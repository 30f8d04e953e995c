package dev.reprise.examples;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.gather;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import java.time.Duration;

/**
 * Two coroutines that run concurrently on one thread: each of them waits a second, and together they take one second.
 */
public final class TwoHellos {

    private TwoHellos() {}

    public static void main(String[] args) {
        EventLoop.run(twoHellos());
    }

    @Coroutine
    static Async<Void> twoHellos() {
        await(gather(hello(), hello()));
        return done();
    }

    @Coroutine
    static Async<Void> hello() {
        System.out.println("Hello world! (" + Thread.currentThread() + ")");
        await(sleep(Duration.ofSeconds(1)));
        System.out.println("Hello again! (" + Thread.currentThread() + ")");
        return done();
    }
}
