package dev.reprise.examples.client;

import dev.reprise.examples.library.Primes;
import dev.reprise.examples.library.PrimesBlocking;
import dev.reprise.examples.library.PrimesFutures;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** Asks for prime numbers with plain calls and a stream, then with futures. */
public final class PrimesClient {

    private PrimesClient() {}

    public static void main(String[] args) {
        try (PrimesBlocking primes = new PrimesBlocking(new Primes());
                Stream<Long> stream = primes.first(Long.MAX_VALUE)) {
            System.out.println("97 is prime: " + primes.isPrime(97));
            System.out.println(stream.dropWhile(prime -> prime < 1_000).limit(3).toList());
        }
        try (PrimesFutures primes = new PrimesFutures(new Primes())) {
            CompletableFuture<Boolean> large = primes.isPrime(1_000_000_007L * 1_000_000_009L);
            CompletableFuture<Boolean> small = primes.isPrime(101);
            System.out.println("101 is prime: " + small.join() + ", while the other search "
                    + (large.isDone() ? "is done" : "goes on"));
            large.cancel(true);
            List<Boolean> both = Stream.of(primes.isPrime(1_000_003), primes.isPrime(1_000_005))
                    .map(CompletableFuture::join)
                    .toList();
            System.out.println("1,000,003 and 1,000,005: " + both);
        }
    }
}
