import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;

class Bad {
    @Coroutine
    Async<Integer> one() {
        return Async.of(1);
    }

    @Coroutine
    Async<Integer> many(int sum) { // warning: [NeverCompiled] Bad.many has
        try {
            if (sum > 1000000) {
                return Async.of(0);
            }
        } finally {
            try {
                if (sum > 1000001) {
                    return Async.of(1);
                }
            } finally {
                try {
                    if (sum > 1000002) {
                        return Async.of(2);
                    }
                } finally {
                    for (int i = 0; i < 3; i++) {
                        sum += await(one()) + await(one()) + await(one()) + await(one()) + await(one());
                        sum += await(one()) + await(one()) + await(one()) + await(one()) + await(one());
                    }
                }
            }
        }
        return Async.of(sum);
    }
}
