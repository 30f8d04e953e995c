package dev.reprise.examples;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import java.time.Duration;

/** One coroutine awaits another, as one method calls another. */
public final class PrintSum {

    private PrintSum() {}

    public static void main(String[] args) {
        EventLoop.run(printSum(1, 2));
    }

    @Coroutine
    static Async<Void> printSum(int x, int y) {
        int sum = await(compute(x, y));
        System.out.println(x + " + " + y + " = " + sum);
        return done();
    }

    @Coroutine
    static Async<Integer> compute(int x, int y) {
        System.out.println("Compute " + x + " + " + y + " ...");
        await(sleep(Duration.ofSeconds(1)));
        return Async.of(x + y);
    }
}
