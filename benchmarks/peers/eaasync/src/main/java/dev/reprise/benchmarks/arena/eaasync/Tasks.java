package dev.reprise.benchmarks.arena.eaasync;

import static com.ea.async.Async.await;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.reprise.benchmarks.arena.HandLoop;
import dev.reprise.benchmarks.arena.LoopTurn;
import dev.reprise.benchmarks.arena.Night;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.PingPong;
import dev.reprise.benchmarks.arena.Spawn;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Methods that await futures, which callbacks of the loop complete. */
@Peer("EA Async")
public final class Tasks implements LoopTurn.Work, Spawn.Work, PingPong.Work, Night.Work {

    private final HandLoop loop = new HandLoop();

    @Override
    public int turns(int turns, int depth) {
        CompletableFuture<Integer> sum = nested(turns, depth);
        loop.runReady();
        return sum.join();
    }

    private CompletableFuture<Integer> nested(int turns, int level) {
        if (level > 1) {
            return completedFuture(await(nested(turns, level - 1)) + 0);
        }
        int sum = 0;
        for (int i = 0; i < turns; i++) {
            await(turn());
            sum++;
        }
        return completedFuture(sum);
    }

    private CompletableFuture<Void> turn() {
        Signal turn = new Signal();
        loop.add(turn);
        return turn;
    }

    @Override
    public long spawn(int tasks) {
        CompletableFuture<Long> sum = all(tasks);
        loop.runReady();
        return sum.join();
    }

    private CompletableFuture<Long> all(int tasks) {
        List<CompletableFuture<Integer>> all = new ArrayList<>(tasks);
        for (int i = 0; i < tasks; i++) {
            int number = i;
            all.add(CompletableFuture.supplyAsync(() -> number, loop::add));
        }
        long sum = 0;
        for (int i = 0; i < tasks; i++) {
            sum += await(all.get(i));
        }
        return completedFuture(sum);
    }

    @Override
    public long play(int rounds) {
        FutureQueue there = new FutureQueue(loop);
        FutureQueue back = new FutureQueue(loop);
        CompletableFuture<Long> sum = ping(there, back, rounds);
        CompletableFuture<Void> pong = pong(there, back, rounds);
        loop.runReady();
        pong.join();
        return sum.join();
    }

    private static CompletableFuture<Long> ping(FutureQueue there, FutureQueue back, int rounds) {
        long sum = 0;
        for (int i = 0; i < rounds; i++) {
            await(there.put(i));
            sum += await(back.take());
        }
        return completedFuture(sum);
    }

    private static CompletableFuture<Void> pong(FutureQueue there, FutureQueue back, int rounds) {
        for (int i = 0; i < rounds; i++) {
            await(back.put(await(there.take())));
        }
        return completedFuture(null);
    }

    @Override
    public void sleep(int sleepers, Night night) {
        for (int i = 0; i < sleepers; i++) {
            int number = i;
            loop.add(() -> sleeper(number, night));
        }
        loop.runReady();
        night.allAsleep();
        loop.run();
    }

    private CompletableFuture<Void> sleeper(int number, Night night) {
        Signal morning = new Signal();
        loop.addLater(night.bedtime(number), morning);
        await(morning);
        night.woken(number);
        return completedFuture(null);
    }
}
