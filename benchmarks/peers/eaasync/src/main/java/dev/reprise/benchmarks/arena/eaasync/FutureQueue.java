package dev.reprise.benchmarks.arena.eaasync;

import static com.ea.async.Async.await;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.reprise.benchmarks.arena.Cell;
import dev.reprise.benchmarks.arena.HandLoop;
import java.util.concurrent.CompletableFuture;

/** A queue of capacity 1 whose operations are awaited. */
final class FutureQueue {

    private final Cell cell;

    FutureQueue(HandLoop loop) {
        cell = new Cell(loop);
    }

    CompletableFuture<Void> put(Integer item) {
        Signal space = new Signal();
        while (!cell.offer(item, space)) {
            await(space);
            space = new Signal();
        }
        return completedFuture(null);
    }

    CompletableFuture<Integer> take() {
        Signal arrival = new Signal();
        Integer item = cell.poll(arrival);
        while (item == null) {
            await(arrival);
            arrival = new Signal();
            item = cell.poll(arrival);
        }
        return completedFuture(item);
    }
}
