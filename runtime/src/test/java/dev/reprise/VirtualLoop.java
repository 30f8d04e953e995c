package dev.reprise;

import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** A loop in virtual time and a trail of what happened on it, for each test. */
public abstract class VirtualLoop {

    protected final VirtualClock clock = new VirtualClock();
    protected final EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(clock));
    protected final List<String> trail = new ArrayList<>();
    protected final List<UnhandledFailure> unhandled = new ArrayList<>();

    protected VirtualLoop() {
        loop.setExceptionHandler((failed, failure) -> unhandled.add(failure));
    }

    @AfterEach
    public final void closeLoop() {
        loop.close();
    }

    protected static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }

    /** A coroutine that leaves its name on the trail, sleeps, and leaves it again. */
    protected Script<String> sleeper(String name, int seconds) {
        return Script.<String>of(name, nothing -> {
                    trail.add(name);
                    return Async.sleep(seconds(seconds));
                })
                .then(nothing -> {
                    trail.add(name + " awake");
                    return Async.of(name);
                });
    }

    protected Script<Void> mark(String name) {
        return Script.doing(() -> trail.add(name));
    }

    /** Runs {@code code} in a task. */
    protected void onLoop(Runnable code) {
        loop.runUntilComplete(Script.doing(code));
    }

    /** Runs turns until everybody who can go on without time passing has done so. */
    protected void settle() {
        loop.runUntilComplete(new Counting(10, i -> Async.sleep(Duration.ZERO)));
    }
}
