package dev.reprise.benchmarks.arena.offbynull;

import com.offbynull.coroutines.user.Continuation;
import dev.reprise.benchmarks.arena.Cell;

/** A body that waits for queues. */
abstract class Player extends Runner.Body {

    final void put(Continuation c, Cell cell, Integer item) {
        while (!cell.offer(item, me)) {
            c.suspend();
        }
    }

    final Integer take(Continuation c, Cell cell) {
        Integer item = cell.poll(me);
        while (item == null) {
            c.suspend();
            item = cell.poll(me);
        }
        return item;
    }
}
