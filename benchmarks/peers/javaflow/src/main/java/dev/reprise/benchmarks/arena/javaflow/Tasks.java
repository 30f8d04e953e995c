package dev.reprise.benchmarks.arena.javaflow;

import dev.reprise.benchmarks.arena.Cell;
import dev.reprise.benchmarks.arena.HandLoop;
import dev.reprise.benchmarks.arena.LoopTurn;
import dev.reprise.benchmarks.arena.Night;
import dev.reprise.benchmarks.arena.Outcome;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.PingPong;
import dev.reprise.benchmarks.arena.Spawn;
import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** A continuation for each task, resumed by callbacks of the loop. */
@Peer("javaflow")
public final class Tasks implements LoopTurn.Work, Spawn.Work, PingPong.Work, Night.Work {

    private final HandLoop loop = new HandLoop();

    private void start(Flow.Body body) {
        loop.add(Flow.of(body));
    }

    @Override
    public int turns(int turns, int depth) {
        Turns body = new Turns(loop, turns, depth);
        start(body);
        loop.runReady();
        return body.sum;
    }

    private static final class Turns extends Flow.Body {

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
        public @continuable void run() {
            sum = nested(depth);
        }

        private @continuable int nested(int level) {
            if (level > 1) {
                return nested(level - 1) + 0;
            }
            int count = 0;
            for (int i = 0; i < turns; i++) {
                loop.add(me);
                Continuation.suspend();
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

    private final class All extends Flow.Body {

        private final Outcome[] outcomes;
        private long sum;

        All(int tasks) {
            outcomes = new Outcome[tasks];
        }

        @Override
        public @continuable void run() {
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = new Outcome(loop);
                start(new One(i, outcomes[i]));
            }
            long total = 0;
            for (Outcome outcome : outcomes) {
                Integer result = outcome.poll(me);
                while (result == null) {
                    Continuation.suspend();
                    result = outcome.poll(me);
                }
                total += result;
            }
            sum = total;
        }
    }

    private static final class One extends Flow.Body {

        private final int number;
        private final Outcome outcome;

        One(int number, Outcome outcome) {
            this.number = number;
            this.outcome = outcome;
        }

        @Override
        public @continuable void run() {
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

    private abstract static class Player extends Flow.Body {

        final Cell there;
        final Cell back;
        final int rounds;

        Player(Cell there, Cell back, int rounds) {
            this.there = there;
            this.back = back;
            this.rounds = rounds;
        }

        final @continuable void put(Cell cell, Integer item) {
            while (!cell.offer(item, me)) {
                Continuation.suspend();
            }
        }

        final @continuable Integer take(Cell cell) {
            Integer item = cell.poll(me);
            while (item == null) {
                Continuation.suspend();
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
        public @continuable void run() {
            for (int i = 0; i < rounds; i++) {
                put(there, i);
                sum += take(back);
            }
        }
    }

    private static final class Pong extends Player {

        Pong(Cell there, Cell back, int rounds) {
            super(there, back, rounds);
        }

        @Override
        public @continuable void run() {
            for (int i = 0; i < rounds; i++) {
                put(back, take(there));
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

    private static final class Sleeper extends Flow.Body {

        private final HandLoop loop;
        private final int number;
        private final Night night;

        Sleeper(HandLoop loop, int number, Night night) {
            this.loop = loop;
            this.number = number;
            this.night = night;
        }

        @Override
        public @continuable void run() {
            loop.addLater(night.bedtime(number), me);
            Continuation.suspend();
            night.woken(number);
        }
    }
}
