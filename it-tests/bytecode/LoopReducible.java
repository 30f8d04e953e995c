import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.it.program.Turns.later;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Awaits before, between and in nested loops: a resumption enters each loop at its header. */
class LoopReducible {

    @Coroutine
    static Async<Integer> total(int rows, int columns) {
        int sum = await(later(0));
        for (int row = 0; row < rows; row++) {
            sum += await(later(row));
            for (int column = 0; column < columns; column++) {
                sum += await(later(column));
            }
        }
        return of(sum);
    }
}
