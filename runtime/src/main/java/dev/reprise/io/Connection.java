package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.AsyncCloseable;
import dev.reprise.AsyncIterable;
import dev.reprise.Promise;
import dev.reprise.frame.Context;
import dev.reprise.frame.Sneaky;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A TCP connection of a coroutine. {@link Net#connect(String, int)} makes one, and {@link Net#listen} one per client.
 *
 * <p>One coroutine at a time may read from it; any may write. It reads from the socket only when it is asked to, so a
 * peer that sends faster than the program reads is slowed down.
 *
 * <p>A coroutine that is cancelled in a read has taken no bytes; one that is cancelled in {@link #drain()} has still
 * written. The connection stays open: whoever opened it closes it.
 *
 * <p>Used on the thread of its loop.
 */
public final class Connection implements AsyncCloseable {

    private final Wire wire;

    Connection(Wire wire) {
        this.wire = wire;
    }

    /** Reads a line of UTF-8; see {@link #readLine(Charset)}. */
    public Async<@Nullable String> readLine() throws IOException {
        return readLine(StandardCharsets.UTF_8);
    }

    /**
     * Reads a line. Its end, {@code \n} or {@code \r\n}, is not part of the value; a last line without an end is given as
     * it is. At the end of the stream the value is null.
     *
     * <p>Fails with {@link LineTooLongException} if there is no line end in 64 KiB, and with {@link IOException} if the
     * connection fails or is closed meanwhile.
     */
    public Async<@Nullable String> readLine(Charset charset) throws IOException {
        return new ReadLine(wire, charset);
    }

    /**
     * The lines that are left, each as {@link #readLine()} gives it, for {@code for (var line : await(connection.lines()))}. The loop
     * ends with the stream and raises what {@code readLine} fails with; it does not close the connection.
     */
    public AsyncIterable<String> lines() {
        return () -> new Lines(wire);
    }

    /**
     * Reads what is there, and waits only if nothing is. At the end of the stream the value is empty.
     *
     * <p>Fails with {@link IOException} if the connection fails or is closed meanwhile.
     *
     * @param most bytes to read at most, not negative
     */
    public Async<byte[]> read(int most) throws IOException {
        if (most < 0) {
            throw new IllegalArgumentException("cannot read " + most + " bytes");
        }
        return new ReadSome(wire, most);
    }

    /** Whether the end of the stream has been received and everything before it has been read. */
    public boolean isAtEnd() {
        return wire.isAtEnd() && wire.received.isEmpty();
    }

    /**
     * Sends bytes, without waiting: what the socket does not take is kept and sent when it does. Follow it with {@link
     * #drain()}, or a peer that does not read makes the program run out of memory. If sending fails, {@code drain} says so.
     *
     * @throws IllegalStateException if the connection was closed
     */
    public void write(byte[] bytes) {
        wire.check("Connection.write()");
        wire.write(bytes);
    }

    /** Sends a text as UTF-8, as {@link #write(byte[])} does. */
    public void write(String text) {
        write(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Waits until the peer has taken enough of what was written: if more than 64 KiB are still to be sent, until 16 KiB
     * are.
     *
     * @throws IOException raised by the await, if something could not be sent
     */
    public Async<@Nullable Void> drain() throws IOException {
        return new Waiting("Connection.drain()", wire::drained);
    }

    /**
     * Closes the connection when what was written has been sent. A read that is under way fails. Closing it twice does
     * nothing. In a coroutine, waits until it is closed; see {@link AsyncCloseable#close()}.
     */
    @Override
    public void close() {
        wire.check("Connection.close()");
        wire.close();
    }

    /** Closes the connection, as {@link #close()} does, and waits until it is closed. */
    @Override
    public Async<@Nullable Void> closeAsync() {
        return new Waiting("Connection.closeAsync()", wire::closed);
    }

    /** Closes the connection at once and drops what has not been sent. */
    public void abort() {
        wire.check("Connection.abort()");
        wire.abort();
    }

    /** Whether the socket is open. */
    public boolean isOpen() {
        return wire.channel().isOpen();
    }

    /** The address of the peer. */
    public InetSocketAddress remoteAddress() {
        try {
            return (InetSocketAddress) wire.channel().getRemoteAddress();
        } catch (IOException e) {
            throw new UncheckedIOException("the connection is closed", e);
        }
    }

    @Override
    public String toString() {
        return "Connection (" + wire.channel() + ")";
    }

    /** Something to wait for that is known when it is awaited. */
    private interface Condition {
        @Nullable Promise<@Nullable Void> ask() throws IOException;
    }

    private final class Waiting extends Async<@Nullable Void> {

        private final String operation;
        private final Condition condition;

        Waiting(String operation, Condition condition) {
            this.operation = operation;
            this.condition = condition;
        }

        @Override
        public @Nullable Object awaitIn(Context context) {
            wire.check(operation);
            try {
                Promise<@Nullable Void> promise = condition.ask();
                return promise == null ? null : promise.awaitIn(context);
            } catch (IOException e) {
                throw Sneaky.raise(e);
            }
        }
    }
}
