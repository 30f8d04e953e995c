package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.Cell;
import dev.reprise.benchmarks.arena.HandLoop;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.PingPong;

/** Two state machines with two {@link Cell}s between them. */
@Peer(Peer.LIMIT)
public final class Players implements PingPong.Work {

    private final HandLoop loop = new HandLoop();

    @Override
    public long play(int rounds) {
        Cell there = new Cell(loop);
        Cell back = new Cell(loop);
        Ping ping = new Ping(there, back, rounds);
        loop.add(ping);
        loop.add(new Pong(there, back, rounds));
        loop.runReady();
        return ping.sum;
    }

    private static final class Ping implements Runnable {

        private final Cell there;
        private final Cell back;
        private final int rounds;
        private int i;
        private boolean put;
        private long sum;

        Ping(Cell there, Cell back, int rounds) {
            this.there = there;
            this.back = back;
            this.rounds = rounds;
        }

        @Override
        public void run() {
            for (; i < rounds; i++) {
                if (!put && !there.offer(i, this)) {
                    return;
                }
                put = true;
                Integer number = back.poll(this);
                if (number == null) {
                    return;
                }
                put = false;
                sum += number;
            }
        }
    }

    private static final class Pong implements Runnable {

        private final Cell there;
        private final Cell back;
        private final int rounds;
        private int i;
        private Integer number;

        Pong(Cell there, Cell back, int rounds) {
            this.there = there;
            this.back = back;
            this.rounds = rounds;
        }

        @Override
        public void run() {
            for (; i < rounds; i++) {
                if (number == null) {
                    number = there.poll(this);
                }
                if (number == null || !back.offer(number, this)) {
                    return;
                }
                number = null;
            }
        }
    }
}
