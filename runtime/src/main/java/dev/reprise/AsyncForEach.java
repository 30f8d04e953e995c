package dev.reprise;

import dev.reprise.frame.Context;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The coroutine that gives all elements of a source to an action. */
final class AsyncForEach<T extends @Nullable Object, R extends @Nullable Object> extends HandWritten<R> {

    private final AsyncIterable<T> elements;
    private final Consumer<? super T> action;
    private final Supplier<R> result;
    private @Nullable AsyncIterator<T> iterator;

    /** @param result called at the end for the value of the coroutine */
    AsyncForEach(AsyncIterable<T> elements, Consumer<? super T> action, Supplier<R> result) {
        this.elements = elements;
        this.action = action;
        this.result = result;
    }

    @Override
    @Nullable Object go(Context context, int await, @Nullable Object value, @Nullable Throwable failure) throws Throwable {
        if (failure != null) {
            throw failure;
        }
        AsyncIterator<T> source = iterator;
        if (source == null) {
            source = elements.asyncIterator();
            iterator = source;
        } else if (Boolean.TRUE.equals(value)) {
            action.accept(source.current());
        } else {
            return result.get();
        }
        return awaiting(1, source.advance());
    }

    @Override
    String method() {
        return "forEach";
    }

    @Override
    protected void release() {
        iterator = null;
    }
}
