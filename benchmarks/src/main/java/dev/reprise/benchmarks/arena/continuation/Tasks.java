package dev.reprise.benchmarks.arena.continuation;

import dev.reprise.benchmarks.arena.Cell;
import dev.reprise.benchmarks.arena.Night;
import dev.reprise.benchmarks.arena.OnHandLoop;
import dev.reprise.benchmarks.arena.Outcome;
import dev.reprise.benchmarks.arena.Peer;
import java.util.function.Consumer;

/** A fiber for each task. */
@Peer(value = "JDK continuation", since = 21)
public final class Tasks extends OnHandLoop {

    /** A fiber whose body is given the fiber, to be resumed by. */
    private static Fiber fiber(Consumer<Runnable> body) {
        Fiber[] self = new Fiber[1];
        self[0] = new Fiber(() -> body.accept(self[0]));
        return self[0];
    }

    @Override
    protected Runnable turner(int turns, int depth, Sum sum) {
        return fiber(me -> sum.value = nested(me, turns, depth));
    }

    private int nested(Runnable me, int turns, int level) {
        if (level > 1) {
            return nested(me, turns, level - 1) + 0;
        }
        int sum = 0;
        for (int i = 0; i < turns; i++) {
            loop.add(me);
            Fiber.pause();
            sum++;
        }
        return sum;
    }

    @Override
    protected Runnable spawner(int tasks, Sum sum) {
        return fiber(me -> sum.value = all(me, tasks));
    }

    private long all(Runnable me, int tasks) {
        Outcome[] all = new Outcome[tasks];
        for (int i = 0; i < tasks; i++) {
            int number = i;
            Outcome outcome = new Outcome(loop);
            all[i] = outcome;
            loop.add(new Fiber(() -> outcome.complete(number)));
        }
        long sum = 0;
        for (Outcome outcome : all) {
            Integer result = outcome.poll(me);
            while (result == null) {
                Fiber.pause();
                result = outcome.poll(me);
            }
            sum += result;
        }
        return sum;
    }

    @Override
    protected Runnable ping(Game game, Sum sum) {
        return fiber(me -> {
            for (int i = 0; i < game.rounds; i++) {
                put(game.there, i, me);
                sum.value += take(game.back, me);
            }
        });
    }

    @Override
    protected Runnable pong(Game game) {
        return fiber(me -> {
            for (int i = 0; i < game.rounds; i++) {
                put(game.back, take(game.there, me), me);
            }
        });
    }

    private static void put(Cell cell, Integer item, Runnable me) {
        while (!cell.offer(item, me)) {
            Fiber.pause();
        }
    }

    private static Integer take(Cell cell, Runnable me) {
        Integer item = cell.poll(me);
        while (item == null) {
            Fiber.pause();
            item = cell.poll(me);
        }
        return item;
    }

    @Override
    protected Runnable sleeper(int number, Night night) {
        return fiber(me -> {
            loop.addLater(night.bedtime(number), me);
            Fiber.pause();
            night.woken(number);
        });
    }
}
