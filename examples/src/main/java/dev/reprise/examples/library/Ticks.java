package dev.reprise.examples.library;

import static dev.reprise.Async.await;
import static dev.reprise.Async.sleep;

import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.time.Duration;

/**
 * Numbers down to 1, one after the other.
 *
 * @param from where it begins; negative ones cannot be counted down
 * @param pause between two numbers
 */
public record Ticks(long from, Duration pause) implements Feed<Long> {

    @Override
    public AsyncGenerator<Long> entries() {
        if (from < 0) {
            throw new IllegalStateException("cannot count down from " + from);
        }
        return countDown();
    }

    @Coroutine
    private AsyncGenerator<Long> countDown() {
        for (long left = from; left > 0; left--) {
            Generator.yield(left);
            await(sleep(pause));
        }
        return Generator.end();
    }
}
