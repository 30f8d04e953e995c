import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;

class Good {
    @Coroutine
    Async<Integer> one() {
        return Async.of(1);
    }

    @Coroutine
    Async<Integer> many(int sum) {
        try {
            if (sum > 1000000) {
                return Async.of(0);
            }
        } finally {
            sum += await(inner(sum));
        }
        return Async.of(sum);
    }

    @Coroutine
    private Async<Integer> inner(int sum) {
        try {
            if (sum > 1000000) {
                return Async.of(0);
            }
        } finally {
            sum += await(one());
        }
        return Async.of(sum);
    }
}
