package dev.reprise;

import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A loop in virtual time and a trail of what happened on it, for each test. */
abstract class VirtualLoop {

    final VirtualClock clock = new VirtualClock();
    final EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(clock));
    final List<String> trail = new ArrayList<>();
    final List<UnhandledFailure> unhandled = new ArrayList<>();

    VirtualLoop() {
        loop.setExceptionHandler((failed, failure) -> unhandled.add(failure));
    }

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    /** A coroutine that leaves its name on the trail, sleeps, and leaves it again. */
    Script<String> sleeper(String name, int seconds) {
        return Script.<String>of(name, nothing -> {
                    trail.add(name);
                    return Async.sleep(seconds(seconds));
                })
                .then(nothing -> {
                    trail.add(name + " awake");
                    return Async.of(name);
                });
    }

    Script<Void> mark(String name) {
        return Script.doing(() -> trail.add(name));
    }

    /** Runs turns until everybody who can go on without time passing has done so. */
    void settle() {
        loop.runUntilComplete(new Counting(10, i -> Async.sleep(Duration.ZERO)));
    }
}
