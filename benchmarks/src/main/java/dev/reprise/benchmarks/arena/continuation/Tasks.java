package dev.reprise.benchmarks.arena.continuation;

import dev.reprise.benchmarks.arena.Cell;
import dev.reprise.benchmarks.arena.HandLoop;
import dev.reprise.benchmarks.arena.LoopTurn;
import dev.reprise.benchmarks.arena.Night;
import dev.reprise.benchmarks.arena.Outcome;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.PingPong;
import dev.reprise.benchmarks.arena.Spawn;
import java.util.function.Consumer;

/** A fiber for each task, resumed by callbacks of the loop. */
@Peer(value = "JDK continuation", since = 21)
public final class Tasks implements LoopTurn.Work, Spawn.Work, PingPong.Work, Night.Work {

    private final HandLoop loop = new HandLoop();

    /** Starts a fiber in the next turn; its body is given the fiber, to be resumed by. */
    private void start(Consumer<Runnable> body) {
        Runnable[] self = new Runnable[1];
        self[0] = new Fiber(() -> body.accept(self[0]));
        loop.add(self[0]);
    }

    @Override
    public int turns(int turns, int depth) {
        int[] sum = new int[1];
        start(me -> sum[0] = nested(me, turns, depth));
        loop.runReady();
        return sum[0];
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
    public long spawn(int tasks) {
        long[] sum = new long[1];
        start(me -> sum[0] = all(me, tasks));
        loop.runReady();
        return sum[0];
    }

    private long all(Runnable me, int tasks) {
        Outcome[] all = new Outcome[tasks];
        for (int i = 0; i < tasks; i++) {
            int number = i;
            Outcome outcome = new Outcome(loop);
            all[i] = outcome;
            start(task -> outcome.complete(number));
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
    public long play(int rounds) {
        Cell there = new Cell(loop);
        Cell back = new Cell(loop);
        long[] sum = new long[1];
        start(me -> {
            for (int i = 0; i < rounds; i++) {
                put(there, i, me);
                sum[0] += take(back, me);
            }
        });
        start(me -> {
            for (int i = 0; i < rounds; i++) {
                put(back, take(there, me), me);
            }
        });
        loop.runReady();
        return sum[0];
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
    public void sleep(int sleepers, Night night) {
        for (int i = 0; i < sleepers; i++) {
            int number = i;
            start(me -> {
                loop.addLater(night.bedtime(number), me);
                Fiber.pause();
                night.woken(number);
            });
        }
        loop.runReady();
        night.allAsleep();
        loop.run();
    }
}
