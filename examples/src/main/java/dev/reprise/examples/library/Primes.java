package dev.reprise.examples.library;

import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.BlockingFacade;
import dev.reprise.Coroutine;
import dev.reprise.FutureFacade;
import dev.reprise.Generator;
import java.time.Duration;

/** Prime numbers. A long search gives way to others again and again, so one thread serves all callers at the same time. */
@BlockingFacade
@FutureFacade
public class Primes {
    private static final int DIVISIONS_A_TURN = 1_000;

    private long divisions;

    /** Whether the number is a prime number. */
    @Coroutine
    public Async<Boolean> isPrime(long number) {
        if (number < 2) {
            return of(false);
        }
        for (long divisor = 2; divisor <= number / divisor; divisor++) {
            if (++divisions % DIVISIONS_A_TURN == 0) {
                await(sleep(Duration.ZERO));
            }
            if (number % divisor == 0) {
                return of(false);
            }
        }
        return of(true);
    }

    /**
     * The prime numbers in their order, from 2 on.
     *
     * @throws IllegalArgumentException if {@code count} is negative
     */
    public AsyncGenerator<Long> first(long count) {
        if (count < 0) {
            throw new IllegalArgumentException("nobody can count to " + count + " prime numbers");
        }
        return search(count);
    }

    @Coroutine
    private AsyncGenerator<Long> search(long count) {
        long found = 0;
        for (long number = 2; found < count; number++) {
            if (await(isPrime(number))) {
                found++;
                Generator.yield(number);
            }
        }
        return Generator.end();
    }

    /** Divisions made for all callers so far. */
    @Coroutine
    public Async<Long> divisions() {
        return of(divisions);
    }
}
