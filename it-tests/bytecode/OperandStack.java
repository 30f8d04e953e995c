import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.it.program.Turns.later;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Suspensions with values on the operand stack, an uninitialised object among them. */
class OperandStack {

    @Coroutine
    static Async<StringBuilder> text(int[] numbers, long factor) {
        numbers[0] += await(later(1));
        long product = factor * await(later(2L));
        return of(new StringBuilder(await(later("text"))).append(product));
    }
}
