package dev.reprise;

import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link Async#shield}. */
final class ShieldCall<T extends @Nullable Object> extends HandWritten<T> {

    private final Awaitable<T> body;
    private @Nullable CancelScope scope;

    ShieldCall(Awaitable<T> body) {
        this.body = body;
    }

    @Override
    @Nullable Object go(Context context, int await, @Nullable Object value, @Nullable Throwable failure) throws Throwable {
        CancelScope entered = scope;
        if (entered == null) {
            scope = CancelScope.shield().enter();
            return awaiting(1, body);
        }
        entered.leave();
        if (failure != null) {
            throw failure;
        }
        return value;
    }

    @Override
    String method() {
        return "shield";
    }
}
