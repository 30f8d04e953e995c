package dev.reprise.benchmarks;

import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Task;
import dev.reprise.sync.Queue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A number goes from one task to another and back, through two queues of capacity 1; a round trip. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PingPong {

    static final int ROUNDS = 10_000;

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public long coroutine() {
        try (EventLoop loop = EventLoop.open()) {
            return checked(loop.runUntilComplete(play(loop)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(ROUNDS)
    public long handWritten() {
        HandLoop loop = new HandLoop();
        Cell there = new Cell(loop);
        Cell back = new Cell(loop);
        Ping ping = new Ping(there, back);
        loop.add(ping);
        loop.add(new Pong(there, back));
        loop.runReady();
        return checked(ping.sum);
    }

    static long checked(long sum) {
        if (sum != (long) ROUNDS * (ROUNDS - 1) / 2) {
            throw new AssertionError(sum);
        }
        return sum;
    }

    @Coroutine
    private static Async<Long> play(EventLoop loop) {
        Queue<Integer> there = Queue.bounded(1);
        Queue<Integer> back = Queue.bounded(1);
        Task<Void> pong = loop.createTask(pong(there, back));
        long sum = 0;
        for (int i = 0; i < ROUNDS; i++) {
            await(there.put(i));
            sum += await(back.get());
        }
        await(pong);
        return Async.of(sum);
    }

    @Coroutine
    private static Async<Void> pong(Queue<Integer> there, Queue<Integer> back) {
        for (int i = 0; i < ROUNDS; i++) {
            await(back.put(await(there.get())));
        }
        return Async.done();
    }

    /** A queue of capacity 1 by hand, for one who puts when it is empty and one who waits. */
    private static final class Cell {

        private final HandLoop loop;
        private Integer item;
        private Runnable getter;

        Cell(HandLoop loop) {
            this.loop = loop;
        }

        void put(Integer put) {
            item = put;
            Runnable waiting = getter;
            if (waiting != null) {
                getter = null;
                loop.add(waiting);
            }
        }

        /** The item, or null: then {@code waiting} is called when there is one. */
        Integer poll(Runnable waiting) {
            Integer taken = item;
            item = null;
            if (taken == null) {
                getter = waiting;
            }
            return taken;
        }
    }

    private static final class Ping implements Runnable {

        private final Cell there;
        private final Cell back;
        private int i;
        private boolean put;
        private long sum;

        Ping(Cell there, Cell back) {
            this.there = there;
            this.back = back;
        }

        @Override
        public void run() {
            for (; i < ROUNDS; i++) {
                if (!put) {
                    put = true;
                    there.put(i);
                }
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
        private int i;

        Pong(Cell there, Cell back) {
            this.there = there;
            this.back = back;
        }

        @Override
        public void run() {
            for (; i < ROUNDS; i++) {
                Integer number = there.poll(this);
                if (number == null) {
                    return;
                }
                back.put(number);
            }
        }
    }
}
