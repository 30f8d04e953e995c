package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Sneaky;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Stands for the real class when a program runs unwoven: a method that returns it has already run, and {@code await} only
 * takes the outcome. What a program prints this way is what plain Java makes of it.
 */
public final class Async<T> implements Awaitable<T> {

    private final Object value;
    private final Throwable failure;

    private Async(Object value, Throwable failure) {
        this.value = value;
        this.failure = failure;
    }

    @Override
    public Object awaitIn(Context context) {
        if (failure != null) {
            throw Sneaky.raise(failure);
        }
        return value;
    }

    @SuppressWarnings("unchecked")
    public static <T> T await(Awaitable<T> awaited) {
        return (T) awaited.awaitIn(Context.current());
    }

    public static <T> T await(CompletionStage<T> awaited) {
        try {
            return awaited.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw Sneaky.raise(e.getCause() == null ? e : e.getCause());
        }
    }

    public static <T> AwaitIterable<T> await(AsyncIterable<T> source) {
        return AwaitIterable.of(source);
    }

    public static <T> Async<T> of(T value) {
        return new Async<>(value, null);
    }

    public static Async<Void> done() {
        return new Async<>(null, null);
    }

    public static <T> Async<T> failed(Throwable failure) {
        return new Async<>(null, failure);
    }
}
