package dev.reprise.benchmarks.arena.threads;

import dev.reprise.benchmarks.arena.LoopTurn;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.PingPong;
import dev.reprise.benchmarks.arena.Spawn;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** A virtual thread for each task; the thread is the handle. */
@Peer(value = "virtual threads", since = 21)
public final class Tasks implements LoopTurn.Work, Spawn.Work, PingPong.Work {

    @Override
    public int turns(int turns, int depth) {
        return Virtual.run(() -> nested(turns, depth));
    }

    private static int nested(int turns, int level) {
        if (level > 1) {
            return nested(turns, level - 1) + 0;
        }
        int sum = 0;
        for (int i = 0; i < turns; i++) {
            Thread.yield();
            sum++;
        }
        return sum;
    }

    @Override
    public long spawn(int tasks) {
        return Virtual.run(() -> all(tasks));
    }

    private static long all(int tasks) throws InterruptedException {
        int[] results = new int[tasks];
        Thread[] all = new Thread[tasks];
        for (int i = 0; i < tasks; i++) {
            int number = i;
            all[i] = Virtual.start(() -> results[number] = number);
        }
        long sum = 0;
        for (int i = 0; i < tasks; i++) {
            all[i].join();
            sum += results[i];
        }
        return sum;
    }

    @Override
    public long play(int rounds) {
        BlockingQueue<Integer> there = new ArrayBlockingQueue<>(1);
        BlockingQueue<Integer> back = new ArrayBlockingQueue<>(1);
        return Virtual.run(() -> {
            Thread pong = Virtual.start(() -> pong(there, back, rounds));
            long sum = 0;
            for (int i = 0; i < rounds; i++) {
                there.put(i);
                sum += back.take();
            }
            pong.join();
            return sum;
        });
    }

    private static void pong(BlockingQueue<Integer> there, BlockingQueue<Integer> back, int rounds) {
        try {
            for (int i = 0; i < rounds; i++) {
                back.put(there.take());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
