package dev.reprise;

/** Stands for the real interface when a program runs unwoven: closing is over when {@code closeAsync} returns. */
public interface AsyncCloseable extends AutoCloseable {

    Async<Void> closeAsync();

    @Override
    default void close() {
        Async.await(closeAsync());
    }
}
