package dev.reprise;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How often, and after which pauses, {@link Async#retry} tries again. Immutable: each method gives a copy with one thing
 * changed.
 *
 * <pre>{@code
 * Retry.attempts(5).pause(Duration.ofMillis(100)).factor(2).longest(Duration.ofSeconds(5)).jitter(0.5, new Random())
 * }</pre>
 */
public final class Retry {

    private final int attempts;
    private final Duration pause;
    private final double factor;
    private final @Nullable Duration longest;
    private final double jitter;
    private final @Nullable RandomGenerator random;
    private final Predicate<? super Throwable> retried;

    private Retry(
            int attempts,
            Duration pause,
            double factor,
            @Nullable Duration longest,
            double jitter,
            @Nullable RandomGenerator random,
            Predicate<? super Throwable> retried) {
        this.attempts = attempts;
        this.pause = pause;
        this.factor = factor;
        this.longest = longest;
        this.jitter = jitter;
        this.random = random;
        this.retried = retried;
    }

    /**
     * At most so many attempts, the first one included, without a pause, after any {@link Exception}; errors, {@link
     * Cancelled} among them, end it at once.
     *
     * @param attempts at least 1
     */
    public static Retry attempts(int attempts) {
        if (attempts < 1) {
            throw new IllegalArgumentException("at least one attempt is needed, not " + attempts);
        }
        return new Retry(attempts, Duration.ZERO, 1, null, 0, null, Exception.class::isInstance);
    }

    /** With this pause after the first failure. */
    public Retry pause(Duration first) {
        return new Retry(attempts, first, factor, longest, jitter, random, retried);
    }

    /**
     * With each pause so many times as long as the one before.
     *
     * @param times at least 1
     */
    public Retry factor(double times) {
        if (!(times >= 1)) {
            throw new IllegalArgumentException("a factor is at least 1, not " + times);
        }
        return new Retry(attempts, pause, times, longest, jitter, random, retried);
    }

    /** With no pause longer than this. */
    public Retry longest(Duration limit) {
        return new Retry(attempts, pause, factor, limit, jitter, random, retried);
    }

    /**
     * With each pause shortened by a random part, so that clients that failed together do not come back together.
     *
     * @param part how much at most, between 0 and 1
     * @param source one with a fixed seed makes the pauses repeatable
     */
    public Retry jitter(double part, RandomGenerator source) {
        if (!(part >= 0 && part <= 1)) {
            throw new IllegalArgumentException("jitter is between 0 and 1, not " + part);
        }
        return new Retry(attempts, pause, factor, longest, part, source, retried);
    }

    /** Only after failures that {@code condition} accepts; others are raised at once. */
    public Retry when(Predicate<? super Throwable> condition) {
        return new Retry(attempts, pause, factor, longest, jitter, random, condition);
    }

    boolean isRetried(Throwable failure, int failures) {
        return failures < attempts && retried.test(failure);
    }

    /** @param failures how many there were, from 1 */
    Duration pauseAfter(int failures) {
        double nanos = (double) pause.toNanos() * Math.pow(factor, failures - 1);
        if (longest != null) {
            nanos = Math.min(nanos, (double) longest.toNanos());
        }
        if (random != null) {
            nanos -= nanos * jitter * random.nextDouble();
        }
        return Duration.ofNanos((long) nanos);
    }
}
