package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.OnHandLoop.Game;
import org.jspecify.annotations.Nullable;

/** Sends back what comes. */
final class Pong implements Runnable {

    private final Game game;
    private int i;
    private @Nullable Integer number;

    Pong(Game game) {
        this.game = game;
    }

    @Override
    public void run() {
        for (; i < game.rounds; i++) {
            if (number == null) {
                number = game.there.poll(this);
            }
            if (number == null || !game.back.offer(number, this)) {
                return;
            }
            number = null;
        }
    }
}
