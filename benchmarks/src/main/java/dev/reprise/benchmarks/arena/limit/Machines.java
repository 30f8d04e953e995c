package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.Night;
import dev.reprise.benchmarks.arena.OnHandLoop;
import dev.reprise.benchmarks.arena.Peer;

/** A state machine for each task. */
@Peer(Peer.LIMIT)
public final class Machines extends OnHandLoop {

    @Override
    protected Runnable turner(int turns, int depth, Sum sum) {
        return new Turner(loop, turns, sum);
    }

    @Override
    protected Runnable spawner(int tasks, Sum sum) {
        return new Spawner(loop, tasks, sum);
    }

    @Override
    protected Runnable ping(Game game, Sum sum) {
        return new Ping(game, sum);
    }

    @Override
    protected Runnable pong(Game game) {
        return new Pong(game);
    }

    @Override
    protected Runnable sleeper(int number, Night night) {
        return () -> loop.add(Sleeper.fallingAsleep(number, night));
    }
}
