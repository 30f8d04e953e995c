package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.HandLoop;
import dev.reprise.benchmarks.arena.Outcome;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.Spawn;

/** Callbacks that keep their result, and one that adds it up. */
@Peer(Peer.LIMIT)
public final class Tasks implements Spawn.Work {

    private final HandLoop loop = new HandLoop();

    @Override
    public long spawn(int tasks) {
        All all = new All(loop, tasks);
        loop.add(all);
        loop.runReady();
        return all.sum;
    }

    private static final class One extends Outcome implements Runnable {

        private final int number;

        One(HandLoop loop, int number) {
            super(loop);
            this.number = number;
        }

        @Override
        public void run() {
            complete(number);
        }
    }

    private static final class All implements Runnable {

        private final HandLoop loop;
        private final One[] tasks;
        private int made;
        private int awaited;
        private long sum;

        All(HandLoop loop, int tasks) {
            this.loop = loop;
            this.tasks = new One[tasks];
        }

        @Override
        public void run() {
            for (; made < tasks.length; made++) {
                One task = new One(loop, made);
                tasks[made] = task;
                loop.add(task);
            }
            for (; awaited < tasks.length; awaited++) {
                Integer result = tasks[awaited].poll(this);
                if (result == null) {
                    return;
                }
                sum += result;
            }
        }
    }
}
