package dev.reprise.netty;

import dev.reprise.Async;
import io.netty.util.concurrent.Future;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Futures of Netty as coroutines. */
public final class NettyFutures {

    private NettyFutures() {}

    /**
     * Waits for a future of Netty: {@code await(from(channel.writeAndFlush(message)))}. It may be awaited on any loop. The
     * failure is raised as the future has it. Cancelling the task that awaits it cancels the future, if it can be cancelled.
     *
     * @return to be awaited once, as every {@link Async}
     */
    @SuppressWarnings("unchecked") // a future only gives its value out
    public static <T extends @Nullable Object> Async<T> from(Future<? extends T> future) {
        if (future.isSuccess()) {
            return Async.of(future.getNow());
        }
        return Async.from(new Stage<>((Future<T>) future));
    }

    /** The same outcome, in the JDK's own terms. */
    private static final class Stage<T extends @Nullable Object> extends CompletableFuture<T> {

        private final Future<T> future;

        Stage(Future<T> future) {
            this.future = future;
            future.addListener((Future<T> done) -> {
                if (done.isSuccess()) {
                    complete(done.getNow());
                } else {
                    completeExceptionally(done.cause());
                }
            });
        }

        @Override
        public boolean cancel(boolean mayInterruptIfRunning) {
            future.cancel(mayInterruptIfRunning);
            return super.cancel(mayInterruptIfRunning);
        }
    }
}
