package futures;

import static dev.reprise.Async.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Promise;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

// plain: no, plain methods cannot be waited for
/** A future is done when the last finally block of its coroutine is, not when the return is reached. */
class DoneAfterFinally {
    static void log(String s) {
        System.out.println(s);
    }

    @Coroutine
    static CompletableFuture<String> returning(CompletableFuture<String> value, CompletableFuture<?> cleanUp) {
        try {
            return CompletableFuture.completedFuture(await(value));
        } finally {
            log("finally begins");
            await(cleanUp);
            log("finally ends");
        }
    }

    @Coroutine
    static CompletableFuture<String> failing(CompletableFuture<?> cleanUp) {
        try {
            throw new IllegalStateException("before the first suspension");
        } finally {
            await(cleanUp);
            log("cleaned up");
        }
    }

    @Coroutine
    static CompletionStage<String> failingAtOnce() {
        if (true) {
            throw new IllegalStateException("at once");
        }
        return CompletableFuture.completedStage(await(CompletableFuture.completedFuture("never")));
    }

    @Coroutine
    @SuppressWarnings("finally")
    static CompletableFuture<String> overridden(CompletableFuture<?> cleanUp) {
        try {
            return CompletableFuture.completedFuture("lost");
        } finally {
            await(cleanUp);
            return CompletableFuture.completedFuture("of finally");
        }
    }

    @Coroutine
    static CompletableFuture<String> ofAnotherFuture(CompletableFuture<String> other, CompletableFuture<?> cleanUp) {
        try {
            return other;
        } finally {
            await(cleanUp);
            log("cleaned up, other future done: " + other.isDone());
        }
    }

    static String state(CompletableFuture<?> future) {
        return future.isCancelled() ? "cancelled" : future.isCompletedExceptionally() ? "failed" : future.isDone() ? "done" : "pending";
    }

    static void inTurn() {
        CompletableFuture<String> value = new CompletableFuture<>();
        CompletableFuture<Void> cleanUp = new CompletableFuture<>();
        CompletableFuture<String> future = returning(value, cleanUp);
        log(state(future));
        value.complete("value");
        log(state(future));
        cleanUp.complete(null);
        log(state(future) + " " + future.join());

        cleanUp = new CompletableFuture<>();
        CompletableFuture<String> failed = failing(cleanUp);
        log(state(failed));
        cleanUp.complete(null);
        log(state(failed) + " " + failed.handle((v, e) -> e.getMessage()).join());
        log(failingAtOnce().toCompletableFuture().handle((v, e) -> e.getMessage()).join());

        cleanUp = new CompletableFuture<>();
        CompletableFuture<String> second = overridden(cleanUp);
        log(state(second));
        cleanUp.complete(null);
        log(second.join());

        cleanUp = new CompletableFuture<>();
        CompletableFuture<String> other = new CompletableFuture<>();
        CompletableFuture<String> outer = ofAnotherFuture(other, cleanUp);
        cleanUp.complete(null);
        log(state(outer));
        other.complete("of the other");
        log(outer.join());
    }

    static void cancelledInFinally() {
        CompletableFuture<Void> cleanUp = new CompletableFuture<>();
        CompletableFuture<String> future = returning(CompletableFuture.completedFuture("value"), cleanUp);
        future.cancel(false);
        log(state(future) + " " + cleanUp.isCancelled());
        try {
            future.join();
        } catch (CancellationException e) {
            log("no value");
        }
    }

    public static void main(String[] args) {
        inTurn();
        cancelledInFinally();
    }
}
/* expect:
pending
finally begins
pending
finally ends
done value
pending
cleaned up
failed before the first suspension
at once
pending
of finally
cleaned up, other future done: false
pending
of the other
finally begins
cancelled true
no value
*/
