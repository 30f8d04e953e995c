package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * A listening socket that starts a task for each client. {@link Net#listen} makes one.
 *
 * <p>A client's connection is closed when its coroutine has ended; what is left to be sent then is sent, for at most 30
 * seconds. A coroutine that fails is reported to the loop's exception handler, and its connection is closed at once; the other
 * clients do not notice. {@link #close()} stops listening and leaves the clients that are there alone.
 *
 * <p>If no client can be accepted – usually because there are no descriptors left – the exception handler is told once, and the server
 * tries again when one of its connections has been closed, and each second, until it succeeds, and logs that.
 *
 * <p>Used on the thread of its loop.
 */
public final class Server implements AutoCloseable {

    private final LoopCore core;
    private final ServerSocketChannel channel;
    private final Door door;
    private final Clients clients;
    private final SocketAddress address;
    private final @Nullable SocketFile file;

    private Server(
            EventLoop loop,
            ServerSocketChannel channel,
            SocketAddress address,
            ListenOptions options,
            ConnectionHandler handler)
            throws IOException {
        this.core = LoopCore.running();
        this.channel = channel;
        channel.configureBlocking(false);
        if (address instanceof InetSocketAddress) {
            channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        }
        options.ownSettings().apply(channel);
        tryOut(options.settings(), address);
        channel.bind(address, options.backlog());
        this.address = channel.getLocalAddress();
        this.file = address instanceof UnixDomainSocketAddress local ? SocketFile.of(local.getPath()) : null;
        this.clients = new Clients(loop, core, options.settings(), handler);
        this.door = new Door(loop, core, channel, options.maxConnections(), clients);
    }

    /** An option that clients' sockets do not have would fail each of them. */
    private static void tryOut(SocketSettings settings, SocketAddress address) throws IOException {
        if (settings.equals(SocketSettings.NONE)) {
            return;
        }
        try (SocketChannel like = address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open()) {
            settings.apply(like);
        }
    }

    static Server open(SocketAddress address, ListenOptions options, ConnectionHandler handler) throws IOException {
        EventLoop loop = EventLoop.current();
        ServerSocketChannel channel = address instanceof UnixDomainSocketAddress
                ? ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                : ServerSocketChannel.open();
        try {
            return new Server(loop, channel, address, options, handler);
        } catch (IOException e) {
            channel.close();
            IOException named = new IOException("cannot listen on " + address + ": " + e.getMessage());
            named.initCause(e);
            throw named;
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * The port it listens on, also if 0 was asked for.
     *
     * @throws IllegalStateException if it listens on a Unix-domain socket
     */
    public int port() {
        if (address instanceof InetSocketAddress internet) {
            return internet.getPort();
        }
        throw new IllegalStateException(this + " has no port: use address()");
    }

    /** The address it listens on. */
    public SocketAddress address() {
        return address;
    }

    /** How many connections of clients are open. */
    public int connections() {
        return clients.count();
    }

    /** Whether it listens. */
    public boolean isOpen() {
        return channel.isOpen();
    }

    /** Stops listening. Clients that have been accepted are served to their end. */
    @Override
    public void close() {
        core.checkRunning("Server.close()");
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
            if (file != null) {
                file.delete();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the server on " + address + " could not be closed", e);
        }
    }

    /** Waits until no connection of a client is open: after {@link #close()}, until everybody has been served. */
    public Async<@Nullable Void> awaitClients() {
        return clients.untilNone(this);
    }

    /** Closes the connections of all clients at once; what their coroutines read or wait to send fails. */
    public void abortClients() {
        core.checkRunning("Server.abortClients()");
        clients.abortAll();
    }

    @Override
    public String toString() {
        return "Server (" + door + " on " + address + ")";
    }
}
