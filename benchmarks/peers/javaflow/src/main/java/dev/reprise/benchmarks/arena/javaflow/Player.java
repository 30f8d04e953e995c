package dev.reprise.benchmarks.arena.javaflow;

import dev.reprise.benchmarks.arena.Cell;
import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** A body that waits for queues. */
abstract class Player extends Flow.Body {

    final @continuable void put(Cell cell, Integer item) {
        while (!cell.offer(item, me)) {
            Continuation.suspend();
        }
    }

    final @continuable Integer take(Cell cell) {
        Integer item = cell.poll(me);
        while (item == null) {
            Continuation.suspend();
            item = cell.poll(me);
        }
        return item;
    }
}
