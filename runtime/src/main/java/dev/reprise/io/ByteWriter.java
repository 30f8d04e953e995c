package dev.reprise.io;

import dev.reprise.Async;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A stream of bytes that a program writes: one side of a {@link Connection}, or the pipe of a {@link ChildProcess}. Any number of coroutines may write; the bytes of
 * one call stay together.
 *
 * <p>Used on the thread of its loop.
 */
public sealed interface ByteWriter permits Connection, PipeWriter {

    /**
     * Sends the bytes that are left in a buffer, without waiting: what the other side does not take at once is copied, and sent when
     * it does. Follow it with {@link #drain()}, or one that does not read makes the program run out of memory. If sending fails,
     * {@code drain} says so, and what is written after that is dropped.
     *
     * @param bytes nothing is left in it afterwards
     * @throws IllegalStateException if the output was closed
     */
    void write(ByteBuffer bytes);

    /** Sends bytes, as {@link #write(ByteBuffer)} does. */
    default void write(byte[] bytes) {
        write(ByteBuffer.wrap(bytes));
    }

    /** Sends a text as UTF-8, as {@link #write(ByteBuffer)} does. */
    default void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Waits until the other side has taken enough of what was written: if more than the high-water mark, 64 KiB, was still
     * to be sent, until it is no more than the low-water mark, 16 KiB. A coroutine that is cancelled here has still written.
     *
     * @throws IOException raised by the await, if something could not be sent
     */
    Async<@Nullable Void> drain() throws IOException;

    /**
     * Waits until the operating system has taken everything that was written.
     *
     * @throws IOException raised by the await, if something could not be sent
     */
    Async<@Nullable Void> flush() throws IOException;

    /**
     * Sets the marks of {@link #drain()}.
     *
     * @param low bytes waiting to be sent at which it goes on
     * @param high bytes waiting to be sent above which it waits; not less than {@code low}
     */
    void waterMarks(int low, int high);

    /**
     * Tells the other side that no more bytes come, when everything that was written has been sent; reading goes on. Does not
     * wait: {@link #flush()} does. Closing it twice does nothing.
     */
    void closeOutput();
}
