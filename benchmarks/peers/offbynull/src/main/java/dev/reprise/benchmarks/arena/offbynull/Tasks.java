package dev.reprise.benchmarks.arena.offbynull;

import com.offbynull.coroutines.user.Continuation;
import dev.reprise.benchmarks.arena.Cell;
import dev.reprise.benchmarks.arena.HandLoop;
import dev.reprise.benchmarks.arena.LoopTurn;
import dev.reprise.benchmarks.arena.Night;
import dev.reprise.benchmarks.arena.Outcome;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.PingPong;
import dev.reprise.benchmarks.arena.Spawn;

/** A continuation for each task, resumed by callbacks of the loop. */
@Peer("offbynull")
public final class Tasks implements LoopTurn.Work, Spawn.Work, PingPong.Work, Night.Work {

    private final HandLoop loop = new HandLoop();

    private void start(Runner.Body body) {
        loop.add(Runner.of(body));
    }

    @Override
    public int turns(int turns, int depth) {
        Turns body = new Turns(loop, turns, depth);
        start(body);
        loop.runReady();
        return body.sum;
    }

    private static final class Turns extends Runner.Body {

        private final HandLoop loop;
        private final int turns;
        private final int depth;
        private int sum;

        Turns(HandLoop loop, int turns, int depth) {
            this.loop = loop;
            this.turns = turns;
            this.depth = depth;
        }

        @Override
        public void run(Continuation c) {
            sum = nested(c, depth);
        }

        private int nested(Continuation c, int level) {
            if (level > 1) {
                return nested(c, level - 1) + 0;
            }
            int count = 0;
            for (int i = 0; i < turns; i++) {
                loop.add(me);
                c.suspend();
                count++;
            }
            return count;
        }
    }

    @Override
    public long spawn(int tasks) {
        All body = new All(tasks);
        start(body);
        loop.runReady();
        return body.sum;
    }

    private final class All extends Runner.Body {

        private final Outcome[] outcomes;
        private long sum;

        All(int tasks) {
            outcomes = new Outcome[tasks];
        }

        @Override
        public void run(Continuation c) {
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = new Outcome(loop);
                start(new One(i, outcomes[i]));
            }
            long total = 0;
            for (Outcome outcome : outcomes) {
                Integer result = outcome.poll(me);
                while (result == null) {
                    c.suspend();
                    result = outcome.poll(me);
                }
                total += result;
            }
            sum = total;
        }
    }

    private static final class One extends Runner.Body {

        private final int number;
        private final Outcome outcome;

        One(int number, Outcome outcome) {
            this.number = number;
            this.outcome = outcome;
        }

        @Override
        public void run(Continuation c) {
            outcome.complete(number);
        }
    }

    @Override
    public long play(int rounds) {
        Cell there = new Cell(loop);
        Cell back = new Cell(loop);
        Ping ping = new Ping(there, back, rounds);
        start(ping);
        start(new Pong(there, back, rounds));
        loop.runReady();
        return ping.sum;
    }

    private abstract static class Player extends Runner.Body {

        final Cell there;
        final Cell back;
        final int rounds;

        Player(Cell there, Cell back, int rounds) {
            this.there = there;
            this.back = back;
            this.rounds = rounds;
        }

        final void put(Continuation c, Cell cell, Integer item) {
            while (!cell.offer(item, me)) {
                c.suspend();
            }
        }

        final Integer take(Continuation c, Cell cell) {
            Integer item = cell.poll(me);
            while (item == null) {
                c.suspend();
                item = cell.poll(me);
            }
            return item;
        }
    }

    private static final class Ping extends Player {

        private long sum;

        Ping(Cell there, Cell back, int rounds) {
            super(there, back, rounds);
        }

        @Override
        public void run(Continuation c) {
            for (int i = 0; i < rounds; i++) {
                put(c, there, i);
                sum += take(c, back);
            }
        }
    }

    private static final class Pong extends Player {

        Pong(Cell there, Cell back, int rounds) {
            super(there, back, rounds);
        }

        @Override
        public void run(Continuation c) {
            for (int i = 0; i < rounds; i++) {
                put(c, back, take(c, there));
            }
        }
    }

    @Override
    public void sleep(int sleepers, Night night) {
        for (int i = 0; i < sleepers; i++) {
            start(new Sleeper(loop, i, night));
        }
        loop.runReady();
        night.allAsleep();
        loop.run();
    }

    private static final class Sleeper extends Runner.Body {

        private final HandLoop loop;
        private final int number;
        private final Night night;

        Sleeper(HandLoop loop, int number, Night night) {
            this.loop = loop;
            this.number = number;
            this.night = night;
        }

        @Override
        public void run(Continuation c) {
            loop.addLater(night.bedtime(number), me);
            c.suspend();
            night.woken(number);
        }
    }
}
