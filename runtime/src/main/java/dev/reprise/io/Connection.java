package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.AsyncCloseable;
import dev.reprise.AsyncIterable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connection of a coroutine to somebody else, over TCP or a Unix-domain socket. {@link Net#connect(String, int)} makes one, and
 * {@link Net#listen} one per client.
 *
 * <p>It stays open when a coroutine is cancelled in a read or in {@link #drain()}: whoever opened it closes it, usually with a
 * try-with-resources statement.
 *
 * <p>Used on the thread of its loop.
 */
public final class Connection implements ByteReader, ByteWriter, AsyncCloseable {

    private final Wire wire;
    private final SocketChannel socket;
    private final SocketAddress local;
    private final SocketAddress remote;

    /** @param socket what the wire ends in, connected */
    Connection(Wire wire, SocketChannel socket) throws IOException {
        this.wire = wire;
        this.socket = socket;
        this.local = socket.getLocalAddress();
        this.remote = socket.getRemoteAddress();
    }

    // ---- reading

    @Override
    public Async<byte[]> read(int most) throws IOException {
        return new ReadSome(wire.input, most);
    }

    @Override
    public Async<Integer> read(ByteBuffer into) throws IOException {
        return new ReadInto(wire.input, into);
    }

    @Override
    public Async<byte[]> readExactly(int count) throws IOException {
        return new ReadExactly(wire.input, count);
    }

    @Override
    public Async<byte[]> readUntil(byte[] delimiter, int limit) throws IOException {
        return new ReadUntil(wire.input, delimiter, limit);
    }

    @Override
    public Async<byte[]> readAll(int limit) throws IOException {
        return new ReadAll(wire.input, limit);
    }

    @Override
    public Async<@Nullable String> readLine(Charset charset, int limit) throws IOException {
        return new ReadLine(wire.input, charset, limit);
    }

    @Override
    public AsyncIterable<String> lines(Charset charset, int limit) {
        return Elements.lines(wire.input, charset, limit);
    }

    @Override
    public AsyncIterable<byte[]> chunks(int most) {
        return Elements.chunks(wire.input, most);
    }

    @Override
    public boolean isAtEnd() {
        return wire.input.isAtEnd() && wire.input.received.isEmpty();
    }

    // ---- writing

    @Override
    public void write(ByteBuffer bytes) {
        wire.output.write(bytes, "Connection.write()");
    }

    @Override
    public Async<@Nullable Void> drain() throws IOException {
        return wire.output.drain();
    }

    @Override
    public Async<@Nullable Void> flush() throws IOException {
        return wire.output.flush();
    }

    @Override
    public void waterMarks(int low, int high) {
        wire.output.marks(low, high);
    }

    @Override
    public void closeOutput() {
        wire.output.end();
    }

    // ---- TLS

    /**
     * Goes on with TLS, as the client. Nobody may read or write meanwhile; what has been received and not been read counts as
     * TLS. The name that the server's certificate must be for is {@link TlsOptions#hostName}. Fails with {@link
     * javax.net.ssl.SSLException} if the two do not come to terms; failed or cancelled, the connection is closed.
     */
    public Async<@Nullable Void> startTls(TlsOptions options) throws IOException {
        options.checkForClient();
        int port = remote instanceof InetSocketAddress internet ? internet.getPort() : -1;
        return new StartTls(wire, options, () -> options.clientEngine(port));
    }

    /** Goes on with TLS, as the server; otherwise as {@link #startTls} does. */
    public Async<@Nullable Void> acceptTls(TlsOptions options) throws IOException {
        options.checkForServer();
        return new StartTls(wire, options, options::serverEngine);
    }

    /** What was agreed on in TLS; null if the connection does not speak it, or not yet. */
    public @Nullable TlsSession tls() {
        return wire.link() instanceof TlsLink link ? link.session() : null;
    }

    // ---- files

    /**
     * Sends a part of a file, behind what was written before. Over a plain socket the system copies it, without its bytes coming
     * into the program. A worker thread reads; what others write meanwhile is sent afterwards, and {@link #flush()}, {@link
     * #closeOutput()} and {@link #close()} wait for its end. A second file at the same time is an {@link IllegalStateException}.
     *
     * <p>The value is how many bytes were sent: fewer than {@code count} if the file ends before. If it fails or is cancelled, nobody
     * knows how much has been sent, so the connection is closed at once.
     *
     * @param file stays open, and its position as it is
     * @param position of the first byte, not negative
     * @param count bytes at most, not negative
     */
    public Async<Long> transferFrom(FileChannel file, long position, long count) throws IOException {
        if (position < 0 || count < 0) {
            throw new IllegalArgumentException(
                    "transferFrom(file, " + position + ", " + count + "): position and count must not be negative");
        }
        Objects.requireNonNull(file, "file");
        return wire.link() instanceof SocketLink
                ? new SendFile(wire, socket, file, position, count)
                : new CopyFile(wire, file, position, count);
    }

    // ---- the end

    /**
     * Closes the connection when what was written has been sent. A read that is under way fails then. Closing it twice does
     * nothing. In a coroutine, waits until it is closed; see {@link AsyncCloseable#close()}.
     */
    @Override
    public void close() {
        wire.close("Connection.close()");
    }

    /**
     * Closes the connection, as {@link #close()} does, and waits until the operating system has taken everything. If the
     * coroutine is cancelled meanwhile, the connection is closed at once, and what was not sent is lost.
     */
    @Override
    public Async<@Nullable Void> closeAsync() {
        return wire.closing("Connection.closeAsync()");
    }

    /** Closes the connection at once and drops what has not been sent. */
    public void abort() {
        wire.abort("Connection.abort()");
    }

    /** Whether the connection is open; one whose close waits for bytes to be sent is. */
    public boolean isOpen() {
        return wire.isOpen();
    }

    Wire wire() {
        return wire;
    }

    // ---- the socket

    /** The own address. */
    public SocketAddress localAddress() {
        return local;
    }

    /** The address of the other side; of a Unix-domain client, usually one without a path. */
    public SocketAddress remoteAddress() {
        return remote;
    }

    /**
     * The value of a socket option.
     *
     * @param name one of {@link java.net.StandardSocketOptions} or {@code jdk.net.ExtendedSocketOptions}
     * @throws IOException if the connection is closed
     */
    public <T extends @Nullable Object> T option(SocketOption<T> name) throws IOException {
        checkOpen();
        return socket.getOption(name);
    }

    /**
     * Sets a socket option. {@link java.net.StandardSocketOptions#TCP_NODELAY TCP_NODELAY} is on from the beginning.
     *
     * @throws IOException if the connection is closed, or the value is refused
     */
    public <T extends @Nullable Object> void option(SocketOption<T> name, T value) throws IOException {
        wire.core().checkRunning("Connection.option()");
        checkOpen();
        socket.setOption(name, value);
    }

    private void checkOpen() throws IOException {
        if (!socket.isOpen()) {
            throw Closed.before("option()", wire);
        }
    }

    @Override
    public String toString() {
        return "Connection (" + wire + ")";
    }
}
