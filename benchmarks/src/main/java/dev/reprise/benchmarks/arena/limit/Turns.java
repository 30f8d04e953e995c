package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.HandLoop;
import dev.reprise.benchmarks.arena.LoopTurn;
import dev.reprise.benchmarks.arena.Peer;

/** One callback that adds itself again; by hand nothing is deep. */
@Peer(Peer.LIMIT)
public final class Turns implements LoopTurn.Work {

    private final HandLoop loop = new HandLoop();

    @Override
    public int turns(int turns, int depth) {
        Machine machine = new Machine(loop, turns);
        loop.add(machine);
        loop.runReady();
        return machine.sum;
    }

    private static final class Machine implements Runnable {

        private final HandLoop loop;
        private final int turns;
        private boolean resumed;
        private int i;
        private int sum;

        Machine(HandLoop loop, int turns) {
            this.loop = loop;
            this.turns = turns;
        }

        @Override
        public void run() {
            if (resumed) {
                sum++;
                i++;
            }
            if (i < turns) {
                resumed = true;
                loop.add(this);
            }
        }
    }
}
