package dev.reprise.benchmarks.arena.kilim;

import dev.reprise.benchmarks.arena.LoopTurn;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.PingPong;
import dev.reprise.benchmarks.arena.Spawn;
import kilim.Mailbox;
import kilim.Pausable;
import kilim.Task;

/** Kilim's tasks and mailboxes, on the loop. */
@Peer("Kilim")
public final class Tasks implements LoopTurn.Work, Spawn.Work, PingPong.Work {

    private final HandScheduler scheduler = new HandScheduler();

    @Override
    public int turns(int turns, int depth) {
        return scheduler.run(new Turns(turns, depth)).sum;
    }

    private static final class Turns extends Task<Void> {

        private final int turns;
        private final int depth;
        private int sum;

        Turns(int turns, int depth) {
            this.turns = turns;
            this.depth = depth;
        }

        @Override
        public void execute() throws Pausable {
            sum = nested(depth);
        }

        private int nested(int level) throws Pausable {
            if (level > 1) {
                return nested(level - 1) + 0;
            }
            int count = 0;
            for (int i = 0; i < turns; i++) {
                Task.yield();
                count++;
            }
            return count;
        }
    }

    @Override
    public long spawn(int tasks) {
        return scheduler.run(new All(tasks)).sum;
    }

    private static final class All extends Task<Void> {

        private final One[] tasks;
        private long sum;

        All(int tasks) {
            this.tasks = new One[tasks];
        }

        @Override
        public void execute() throws Pausable {
            for (int i = 0; i < tasks.length; i++) {
                tasks[i] = new One(i);
                tasks[i].start();
            }
            for (One task : tasks) {
                sum += (Integer) task.join().result;
            }
        }
    }

    private static final class One extends Task<Integer> {

        private final int number;

        One(int number) {
            this.number = number;
        }

        @Override
        public void execute() throws Pausable {
            Task.exit(number);
        }
    }

    @Override
    public long play(int rounds) {
        Mailbox<Integer> there = new Mailbox<>(1, 1);
        Mailbox<Integer> back = new Mailbox<>(1, 1);
        new Pong(there, back, rounds).start();
        return scheduler.run(new Ping(there, back, rounds)).sum;
    }

    private static final class Ping extends Task<Void> {

        private final Mailbox<Integer> there;
        private final Mailbox<Integer> back;
        private final int rounds;
        private long sum;

        Ping(Mailbox<Integer> there, Mailbox<Integer> back, int rounds) {
            this.there = there;
            this.back = back;
            this.rounds = rounds;
        }

        @Override
        public void execute() throws Pausable {
            for (int i = 0; i < rounds; i++) {
                there.put(i);
                sum += back.get();
            }
        }
    }

    private static final class Pong extends Task<Void> {

        private final Mailbox<Integer> there;
        private final Mailbox<Integer> back;
        private final int rounds;

        Pong(Mailbox<Integer> there, Mailbox<Integer> back, int rounds) {
            this.there = there;
            this.back = back;
            this.rounds = rounds;
        }

        @Override
        public void execute() throws Pausable {
            for (int i = 0; i < rounds; i++) {
                back.put(there.get());
            }
        }
    }
}
