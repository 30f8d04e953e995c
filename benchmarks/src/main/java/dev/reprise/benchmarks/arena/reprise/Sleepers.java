package dev.reprise.benchmarks.arena.reprise;

import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Promise;
import dev.reprise.benchmarks.arena.Night;
import dev.reprise.benchmarks.arena.Peer;
import java.time.Duration;

/** Tasks that await a sleep. */
@Peer("Reprise")
public final class Sleepers implements Night.Work {

    @Override
    public void sleep(int sleepers, Night night) {
        EventLoop.run(all(sleepers, night));
    }

    @Coroutine
    private static Async<Void> all(int sleepers, Night night) {
        EventLoop loop = EventLoop.current();
        Promise<Void> morning = loop.promise();
        for (int i = 0; i < sleepers; i++) {
            loop.createTask(one(i, night, morning));
        }
        while (!night.inBed()) {
            await(Async.sleep(Duration.ZERO));
        }
        night.allAsleep();
        await(morning);
        return Async.done();
    }

    @Coroutine
    private static Async<Void> one(int number, Night night, Promise<Void> morning) {
        await(Async.sleep(Duration.ofNanos(night.bedtime(number))));
        if (night.woken(number)) {
            morning.complete(null);
        }
        return Async.done();
    }
}
