package dev.reprise;

import dev.reprise.loop.Timer;
import java.time.Duration;

/** A time at which a step is taken on the loop, unless it is withdrawn before. */
final class Deadline extends Timer implements Runnable {

    private final EventLoop loop;
    private final Runnable step;
    private boolean withdrawn;

    private Deadline(EventLoop loop, long nanoTime, Runnable step) {
        super(nanoTime);
        this.loop = loop;
        this.step = step;
    }

    /** One that is due already takes its step before anything that becomes ready from here on. */
    static Deadline start(EventLoop loop, Duration delay, Runnable step) {
        Deadline deadline = new Deadline(loop, after(loop, delay), step);
        if (delay.isZero() || delay.isNegative()) {
            deadline.fire();
        } else {
            loop.core().timers().add(deadline);
        }
        return deadline;
    }

    /** The time of the loop when {@code delay} from here on has passed; a negative delay is none. */
    static long after(EventLoop loop, Duration delay) {
        return loop.time() + (delay.isNegative() ? 0 : nanos(delay));
    }

    /** Half of what a long can hold at most, 146 years, so that deadlines can be compared by their difference. */
    private static long nanos(Duration delay) {
        long longest = Long.MAX_VALUE / 2;
        return delay.toSeconds() >= longest / 1_000_000_000 ? longest : delay.toNanos();
    }

    @Override
    protected void fire() {
        loop.ready().add(this);
    }

    @Override
    public void run() {
        if (!withdrawn) {
            step.run();
        }
    }

    void withdraw() {
        withdrawn = true;
        loop.core().timers().remove(this);
    }

    Duration left() {
        return Duration.ofNanos(Math.max(deadline() - loop.time(), 0));
    }
}
