package dev.reprise.sync;

import org.jspecify.annotations.Nullable;

/** The wait of {@link Queue#get()}. */
final class Getting<T> extends Taking<T, T> {

    Getting(Queue<T> queue) {
        super(queue);
    }

    @Override
    T taken(@Nullable T taken) {
        if (taken == null) {
            throw new QueueShutdownException();
        }
        return taken;
    }
}
