package kinds;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.Awaitable;
import dev.reprise.EventLoop;
import dev.reprise.Promise;
import dev.reprise.Task;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

// plain: no, plain Java has no loop
/** Everything that can be awaited: tasks, promises, stages, cold coroutines, awaitables of other authors. */
class AwaitedForms {
    record Foreign<T>(Awaitable<T> inner) implements Awaitable<T> {
        @Override
        public Object awaitIn(dev.reprise.frame.Context context) {
            return inner.awaitIn(context);
        }
    }

    @Coroutine
    static Async<String> cold(String s) {
        return Async.of(await(later(s)) + "!");
    }

    @Coroutine
    static Async<String> tail(int depth) {
        return depth == 0 ? cold("end") : tail(depth - 1);
    }

    @Coroutine
    static Async<String> fails() throws java.io.IOException {
        await(turn());
        throw new java.io.IOException("lost");
    }

    @Coroutine
    static CompletionStage<String> stage(String s) {
        return CompletableFuture.completedFuture(await(later(s)) + await(cold("?")));
    }

    @Coroutine
    static <A extends Awaitable<String> & Comparable<A>> Async<String> bounded(A awaitable) {
        return Async.of(await(awaitable) + awaitable.compareTo(awaitable));
    }

    static final class Both implements Awaitable<String>, Comparable<Both> {
        @Override
        public Object awaitIn(dev.reprise.frame.Context context) {
            return later("both").awaitIn(context);
        }

        @Override
        public int compareTo(Both o) {
            return 0;
        }
    }

    @SuppressWarnings("CatchWithoutAwait") // javac wants the catch
    @Coroutine
    static Async<Void> program() {
        EventLoop loop = EventLoop.current();
        Task<String> task = loop.createTask(cold("task"));
        Task<String> failing;
        try {
            failing = loop.createTask(fails());
        } catch (java.io.IOException e) {
            throw new AssertionError("a call runs nothing", e);
        }
        Promise<Integer> promise = loop.promise();
        CompletableFuture<String> future = new CompletableFuture<>();
        loop.callSoon(() -> {
            promise.complete(7);
            future.complete("seven");
        });
        System.out.println(await(promise) + await(task) + await(future));
        System.out.println(await(task) + await(promise));
        try {
            System.out.println(await(failing));
        } catch (Exception e) {
            System.out.println(e);
        }
        System.out.println(await(stage("s")) + await(stage("t").thenApply(x -> x + x)));
        System.out.println(await(new Foreign<>(new Foreign<>(cold("foreign")))) + await(tail(3)));
        System.out.println(await(bounded(new Both())));
        Awaitable<String> lambda = context -> "lambda";
        System.out.println(await(lambda));
        try {
            await((Awaitable<Object>) null);
        } catch (NullPointerException e) {
            System.out.println("null");
        }
        try {
            await((CompletionStage<Object>) null);
        } catch (NullPointerException e) {
            System.out.println("null stage");
        }
        System.out.println(await(sleep(java.time.Duration.ZERO)));
        return done();
    }

    public static void main(String[] args) {
        EventLoop.run(program());
    }
}
// expect: 7task!seven
// expect: task!7
// expect: java.io.IOException: lost
// expect: s?!t?!t?!
// expect: foreign!end!
// expect: both0
// expect: lambda
// expect: null
// expect: null stage
// expect: null
