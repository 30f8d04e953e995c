package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.HandLoop;
import dev.reprise.benchmarks.arena.Night;

/** Its own alarm. */
final class Sleeper extends HandLoop.Alarm {

    private final int number;
    private final Night night;

    private Sleeper(long deadline, int number, Night night) {
        super(deadline);
        this.number = number;
        this.night = night;
    }

    static Sleeper fallingAsleep(int number, Night night) {
        long delay = night.bedtime(number);
        return new Sleeper(System.nanoTime() + delay, number, night);
    }

    @Override
    public void run() {
        night.woken(number);
    }
}
