package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.HandLoop;
import dev.reprise.benchmarks.arena.Night;
import dev.reprise.benchmarks.arena.Peer;

/** Callbacks that make themselves alarms. */
@Peer(Peer.LIMIT)
public final class Alarms implements Night.Work {

    private final HandLoop loop = new HandLoop();

    @Override
    public void sleep(int sleepers, Night night) {
        for (int i = 0; i < sleepers; i++) {
            int number = i;
            loop.add(() -> loop.add(Sleeper.fallingAsleep(number, night)));
        }
        loop.runReady();
        night.allAsleep();
        loop.run();
    }

    private static final class Sleeper extends HandLoop.Alarm {

        private final int number;
        private final Night night;

        Sleeper(long deadline, int number, Night night) {
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
}
