package dev.reprise;

import dev.reprise.frame.Sneaky;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Elements whose source is made on the loop's thread, when the first is asked for, and is closed with them. */
final class OnLoopElements<T extends @Nullable Object> implements AsyncIterable<T>, AsyncCloseable {

    private final Callable<? extends AsyncIterable<T>> maker;
    private @Nullable AsyncCloseable made;

    OnLoopElements(Callable<? extends AsyncIterable<T>> maker) {
        this.maker = maker;
    }

    @Override
    public AsyncIterator<T> asyncIterator() {
        try {
            AsyncIterable<T> source = maker.call();
            made = AsyncView.closeable(source);
            return source.asyncIterator();
        } catch (Exception failure) {
            throw Sneaky.raise(failure);
        }
    }

    @Override
    public Async<@Nullable Void> closeAsync() {
        AsyncCloseable source = made;
        return source == null ? Async.done() : source.closeAsync();
    }

    @Override
    public String toString() {
        return "the elements of a facade";
    }
}
