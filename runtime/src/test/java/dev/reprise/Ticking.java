package dev.reprise;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Elements that take their time: {@code a0}, {@code a1} and so on of a source called {@code a}. Its trail says when it is
 * asked, interrupted and closed.
 */
final class Ticking implements AsyncIterable<String>, AsyncCloseable {

    private final List<String> trail;
    private final String name;
    private final int[] pauses;
    private @Nullable Throwable failure;

    /** @param pauses seconds before each element */
    Ticking(List<String> trail, String name, int... pauses) {
        this.trail = trail;
        this.name = name;
        this.pauses = pauses;
    }

    /** What it ends with. */
    Ticking failing(Throwable last) {
        failure = last;
        return this;
    }

    @Override
    public AsyncIterator<String> asyncIterator() {
        return new AsyncIterator<>() {
            private int next;

            @Override
            public Awaitable<Boolean> advance() {
                if (next == pauses.length) {
                    return failure == null ? Async.of(false) : Async.failed(failure);
                }
                trail.add("ask " + name + next);
                int pause = pauses[next++];
                Awaitable<Boolean> tick = pause == 0 ? Async.of(true) : Async.sleep(Duration.ofSeconds(pause), true);
                return Script.<Boolean>awaiting(tick).recover(interrupted -> {
                    trail.add(name + " interrupted");
                    return Async.failed(interrupted);
                });
            }

            @Override
            public String current() {
                return name + (next - 1);
            }
        };
    }

    @Override
    public Async<@Nullable Void> closeAsync() {
        return Script.<@Nullable Void>of(nothing -> Async.sleep(Duration.ofSeconds(1)))
                .then(nothing -> {
                    trail.add(name + " closed");
                    return Async.done();
                });
    }
}
