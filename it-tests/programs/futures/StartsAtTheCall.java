package futures;

import static dev.reprise.Async.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.concurrent.CompletableFuture;

// plain: no, plain methods cannot be waited for
/** Classes are initialised and failures seen where a coroutine runs: at the call of a future, at the await of an Async. */
class StartsAtTheCall {
    static class Hot {
        static {
            System.out.println("Hot initialised");
        }

        @Coroutine
        static CompletableFuture<Integer> call(int n) {
            System.out.println("hot runs");
            if (n < 0) {
                throw new IllegalArgumentException("negative");
            }
            return CompletableFuture.completedFuture(await(CompletableFuture.completedFuture(n)));
        }
    }

    static class Cold {
        static {
            System.out.println("Cold initialised");
        }

        @Coroutine
        static Async<Integer> call(int n) {
            System.out.println("cold runs");
            if (n < 0) {
                throw new IllegalArgumentException("negative");
            }
            return of(await(CompletableFuture.completedFuture(n)));
        }
    }

    @Coroutine
    static CompletableFuture<Void> program() {
        CompletableFuture<Integer> hot = Hot.call(1);
        System.out.println("hot called, done: " + hot.isDone());
        Async<Integer> cold = Cold.call(2);
        System.out.println("cold called");
        System.out.println(await(hot) + await(cold));
        CompletableFuture<Integer> failed = Hot.call(-1);
        System.out.println("hot failed, not its caller: " + failed.isCompletedExceptionally());
        Async<Integer> fails = Cold.call(-1);
        System.out.println("cold has not begun");
        try {
            await(fails);
        } catch (IllegalArgumentException e) {
            System.out.println("cold: " + e.getMessage());
        }
        try {
            await(failed);
        } catch (IllegalArgumentException e) {
            System.out.println("hot: " + e.getMessage());
        }
        return CompletableFuture.completedFuture(null);
    }

    public static void main(String[] args) {
        program().join();
    }
}
/* expect:
Hot initialised
hot runs
hot called, done: true
Cold initialised
cold called
cold runs
3
hot runs
hot failed, not its caller: true
cold has not begun
cold runs
cold: negative
hot: negative
*/
