package kinds;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** What a body may contain, in coroutines that return futures of the JDK. */
class HotFutures {
    interface Store<K> {
        CompletionStage<String> load(K key);

        @Coroutine
        default CompletionStage<String> twice(K key) {
            String once = await(load(key));
            return CompletableFuture.completedStage(once + await(load(key)));
        }

        @Coroutine
        private CompletableFuture<Integer> length(K key) {
            return CompletableFuture.completedFuture(await(twice(key)).length());
        }

        @Coroutine
        static <K> CompletableFuture<Integer> lengths(Store<K> store, List<? extends K> keys) {
            int sum = 0;
            for (K key : keys) {
                sum += await(store.length(key));
            }
            return CompletableFuture.completedFuture(sum);
        }
    }

    enum Mode implements Store<Integer> {
        SLOW {
            @Override
            @Coroutine
            public CompletableFuture<String> load(Integer key) {
                return CompletableFuture.completedFuture("slow" + await(later(key)));
            }
        },
        FAST {
            @Override
            public CompletionStage<String> load(Integer key) {
                return CompletableFuture.completedFuture("f" + key);
            }
        };
    }

    static class Base {
        @Coroutine
        CompletionStage<Object> value(long a, double b) throws Exception {
            return CompletableFuture.completedFuture(a + await(later(b)));
        }
    }

    static class Derived extends Base {
        int calls;

        @Override
        @Coroutine
        CompletableFuture<Object> value(long a, double b) throws Exception {
            calls += await(later(1));
            Object first = await(super.value(a, b));
            Function<Object, CompletableFuture<String>> show = o -> CompletableFuture.completedFuture(o + ":" + await(later(calls)));
            return CompletableFuture.completedFuture(first + await(show.apply(a)));
        }
    }

    static List<String> log = new ArrayList<>();

    @Coroutine
    static CompletableFuture<String> returns(int how) {
        try {
            switch (how) {
                case 0:
                    return CompletableFuture.completedFuture(await(later("value")));
                case 1:
                    return returns(0);
                case 2:
                    return CompletableFuture.failedFuture(new IllegalStateException("returned"));
                case 3:
                    throw new IllegalArgumentException(await(later("thrown")));
                case 4:
                    return null;
                default:
            }
            await(failing(new IllegalStateException("awaited")));
        } catch (IllegalStateException e) {
            return CompletableFuture.completedFuture("caught " + e.getMessage() + await(turn()));
        } finally {
            log.add("finally " + how + await(turn()));
        }
        return new CompletableFuture<>();
    }

    static String outcome(CompletableFuture<?> future) {
        try {
            return "=" + future.join();
        } catch (java.util.concurrent.CompletionException e) {
            return "!" + e.getCause();
        }
    }

    @Coroutine
    static CompletableFuture<Void> nothing() {
        return CompletableFuture.completedFuture(null);
    }

    public static void main(String[] args) throws Exception {
        for (Mode mode : Mode.values()) {
            System.out.println(outcome(Store.lengths(mode, List.of(1, 22, 333))));
        }
        System.out.println(outcome(new Derived().value(4L, 0.5)));
        Base base = new Derived();
        System.out.println(outcome(base.value(5L, 0.25).toCompletableFuture()));
        for (int i : new int[] {0, 1, 2, 5}) {
            System.out.println(outcome(returns(i)));
        }
        System.out.println(log);
        System.out.println(outcome(nothing()));
    }
}
// expect: =36
// expect: =18
// expect: =4.54:1
// expect: =5.255:1
// expect: =value
// expect: =value
// expect: !java.lang.IllegalStateException: returned
// expect: =caught awaitednull
// expect: [finally 0null, finally 0null, finally 1null, finally 2null, finally 5null]
// expect: =null
