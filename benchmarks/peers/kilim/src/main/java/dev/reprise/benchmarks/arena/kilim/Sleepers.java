package dev.reprise.benchmarks.arena.kilim;

import dev.reprise.benchmarks.arena.Night;
import dev.reprise.benchmarks.arena.Peer;
import kilim.Pausable;
import kilim.PauseReason;
import kilim.Task;

/** Tasks that alarms of the loop resume; {@code Task.sleep} goes through a mailbox and a second thread. */
@Peer("Kilim")
public final class Sleepers implements Night.Work {

    private final HandScheduler scheduler = new HandScheduler();

    @Override
    public void sleep(int sleepers, Night night) {
        for (int i = 0; i < sleepers; i++) {
            new One(scheduler, i, night).start();
        }
        scheduler.loop.runReady();
        night.allAsleep();
        scheduler.loop.run();
    }

    private static final class One extends Task<Void> implements PauseReason {

        private final HandScheduler scheduler;
        private final int number;
        private final Night night;

        One(HandScheduler scheduler, int number, Night night) {
            this.scheduler = scheduler;
            this.number = number;
            this.night = night;
        }

        @Override
        public void execute() throws Pausable {
            scheduler.loop.addLater(night.bedtime(number), this::resume);
            Task.pause(this);
            night.woken(number);
        }

        @Override
        public boolean isValid(Task task) {
            return true;
        }
    }
}
