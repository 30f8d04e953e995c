package dev.reprise.benchmarks.arena.reprise;

import static dev.reprise.Async.await;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Task;
import dev.reprise.benchmarks.arena.LoopTurn;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.PingPong;
import dev.reprise.benchmarks.arena.Spawn;
import dev.reprise.sync.Queue;
import java.time.Duration;

/** Tasks on one loop that stays open. */
@Peer("Reprise")
public final class Tasks implements LoopTurn.Work, Spawn.Work, PingPong.Work, AutoCloseable {

    private final EventLoop loop = EventLoop.open();

    @Override
    public void close() {
        loop.close();
    }

    @Override
    public int turns(int turns, int depth) {
        return loop.runUntilComplete(nested(turns, depth));
    }

    @Coroutine
    private static Async<Integer> nested(int turns, int level) {
        if (level > 1) {
            return Async.of(await(nested(turns, level - 1)) + 0);
        }
        int sum = 0;
        for (int i = 0; i < turns; i++) {
            await(sleep(Duration.ZERO));
            sum++;
        }
        return Async.of(sum);
    }

    @Override
    public long spawn(int tasks) {
        return loop.runUntilComplete(all(loop, tasks));
    }

    @Coroutine
    private static Async<Long> all(EventLoop loop, int count) {
        Task<?>[] tasks = new Task<?>[count];
        for (int i = 0; i < count; i++) {
            tasks[i] = loop.createTask(one(i));
        }
        long sum = 0;
        for (Task<?> task : tasks) {
            sum += (Integer) await(task);
        }
        return Async.of(sum);
    }

    @Coroutine
    private static Async<Integer> one(int number) {
        return Async.of(number);
    }

    @Override
    public long play(int rounds) {
        return loop.runUntilComplete(ping(loop, rounds));
    }

    @Coroutine
    private static Async<Long> ping(EventLoop loop, int rounds) {
        Queue<Integer> there = Queue.bounded(1);
        Queue<Integer> back = Queue.bounded(1);
        Task<Void> pong = loop.createTask(pong(there, back, rounds));
        long sum = 0;
        for (int i = 0; i < rounds; i++) {
            await(there.put(i));
            sum += await(back.get());
        }
        await(pong);
        return Async.of(sum);
    }

    @Coroutine
    private static Async<Void> pong(Queue<Integer> there, Queue<Integer> back, int rounds) {
        for (int i = 0; i < rounds; i++) {
            await(back.put(await(there.get())));
        }
        return Async.done();
    }
}
