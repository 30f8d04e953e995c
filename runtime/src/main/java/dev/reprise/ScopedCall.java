package dev.reprise;

import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link CancelScope#run}. */
final class ScopedCall<T extends @Nullable Object> extends HandWritten<@Nullable T> {

    private final CancelScope scope;
    private @Nullable Call<? extends Awaitable<T>, ?> body;

    ScopedCall(CancelScope scope, Call<? extends Awaitable<T>, ?> body) {
        this.scope = scope;
        this.body = body;
    }

    @Override
    @Nullable Object go(Context context, int await, @Nullable Object value, @Nullable Throwable failure) throws Throwable {
        if (await == CREATED) {
            scope.enter();
            return begin();
        }
        scope.leave();
        if (failure == null) {
            return value;
        }
        if (scope.endsHere(failure)) {
            return null;
        }
        throw failure;
    }

    private @Nullable Object begin() throws Exception {
        Call<? extends Awaitable<T>, ?> called = body;
        body = null;
        if (called == null) {
            throw new AssertionError("begun twice");
        }
        try {
            return awaiting(1, called.call());
        } catch (Throwable failure) {
            scope.leave();
            throw failure;
        }
    }

    @Override
    String method() {
        return "run";
    }

    @Override
    protected void release() {
        body = null;
    }
}
