package dev.reprise.benchmarks.arena.threads;

import dev.reprise.benchmarks.arena.Night;
import dev.reprise.benchmarks.arena.Peer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Virtual threads in {@code Thread.sleep}. */
@Peer(value = "virtual threads", since = 21)
public final class Sleepers implements Night.Work {

    @Override
    public void sleep(int sleepers, Night night) throws InterruptedException {
        CountDownLatch morning = new CountDownLatch(1);
        Virtual.join(Virtual.start(() -> all(sleepers, night, morning)));
        morning.await();
    }

    private static void all(int sleepers, Night night, CountDownLatch morning) {
        for (int i = 0; i < sleepers; i++) {
            int number = i;
            Virtual.start(() -> one(number, night, morning));
        }
        while (!night.inBed()) {
            Thread.yield();
        }
        night.allAsleep();
    }

    private static void one(int number, Night night, CountDownLatch morning) {
        try {
            TimeUnit.NANOSECONDS.sleep(night.bedtime(number));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        if (night.woken(number)) {
            morning.countDown();
        }
    }
}
