package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.OnHandLoop.Game;
import dev.reprise.benchmarks.arena.OnHandLoop.Sum;

/** Sends a number when the last one has come back. */
final class Ping implements Runnable {

    private final Game game;
    private final Sum result;
    private int i;
    private boolean put;
    private long sum;

    Ping(Game game, Sum result) {
        this.game = game;
        this.result = result;
    }

    @Override
    public void run() {
        for (; i < game.rounds; i++) {
            if (!put && !game.there.offer(i, this)) {
                return;
            }
            put = true;
            Integer number = game.back.poll(this);
            if (number == null) {
                return;
            }
            put = false;
            sum += number;
        }
        result.value = sum;
    }
}
