package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.Task;
import dev.reprise.UnhandledFailure;
import dev.reprise.frame.Context;
import dev.reprise.frame.Sneaky;
import dev.reprise.loop.ChannelWatcher;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A listening socket that starts a task for each client. {@link Net#listen} makes one.
 *
 * <p>A client's coroutine that fails is reported to the loop's exception handler, and its connection is closed; the others
 * do not notice. {@link #close()} stops listening and leaves the clients that are there alone.
 *
 * <p>Used on the thread of its loop.
 */
public final class Server implements AutoCloseable {

    /** Clients accepted in one turn of the loop, so that a crowd at the door does not keep those inside waiting. */
    private static final int ACCEPTED_PER_TURN = 64;

    /** How long nobody is accepted after accepting has failed, as it does when there are no more descriptors. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EventLoop loop;
    private final LoopCore core;
    private final ServerSocketChannel channel;
    private final SelectionKey key;
    private final ConnectionHandler handler;
    private final InetSocketAddress address;

    private Server(EventLoop loop, ServerSocketChannel channel, InetSocketAddress address, ConnectionHandler handler)
            throws IOException {
        this.loop = loop;
        this.core = LoopCore.running();
        this.channel = channel;
        this.handler = handler;
        channel.setOption(StandardSocketOptions.SO_REUSEADDR, true);
        channel.configureBlocking(false);
        channel.bind(address);
        this.address = (InetSocketAddress) channel.getLocalAddress();
        ChannelWatcher door = operations -> accept();
        key = core.selector().register(channel, door);
        key.interestOps(SelectionKey.OP_ACCEPT);
    }

    static Server open(InetSocketAddress address, ConnectionHandler handler) throws IOException {
        EventLoop loop = EventLoop.current();
        ServerSocketChannel channel = ServerSocketChannel.open();
        try {
            return new Server(loop, channel, address, handler);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The port it listens on, also if 0 was asked for. */
    public int port() {
        return address.getPort();
    }

    /** The address it listens on. */
    public InetSocketAddress address() {
        return address;
    }

    /** Whether it listens. */
    public boolean isOpen() {
        return channel.isOpen();
    }

    /** Stops listening. Clients that have been accepted are served to their end. */
    @Override
    public void close() {
        core.checkRunning("Server.close()");
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the server on " + address + " could not be closed", e);
        }
    }

    private void accept() {
        try {
            for (int i = 0; i < ACCEPTED_PER_TURN; i++) {
                SocketChannel client = channel.accept();
                if (client == null) {
                    return;
                }
                serve(client);
            }
        } catch (IOException e) {
            key.interestOps(0);
            loop.callLater(PAUSE, this::acceptAgain);
            loop.callSoon(() -> loop.callExceptionHandler(new UnhandledFailure(
                    this + " could not accept a client; it tries again in " + PAUSE.toSeconds() + " s",
                    e,
                    null,
                    null)));
        }
    }

    private void acceptAgain() {
        if (key.isValid()) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    private void serve(SocketChannel client) throws IOException {
        try {
            client.configureBlocking(false);
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            Connection connection =
                    new Connection(new Wire(loop, core, client, core.selector().register(client, operations -> {})));
            String name = "client " + connection.remoteAddress();
            loop.createTask(new Service(handler, connection), name).onDone(task -> ended(task, connection));
        } catch (IOException | RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private void ended(Task<?> task, Connection connection) {
        if (task.isCancelled()) {
            connection.abort();
            return;
        }
        Throwable failure = task.exception();
        if (failure == null) {
            connection.close();
        } else {
            connection.abort();
            loop.callExceptionHandler(
                    new UnhandledFailure("the handler of " + task.name() + " failed", failure, task, null));
        }
    }

    @Override
    public String toString() {
        return "Server (" + (isOpen() ? "listening on " : "closed, was on ") + address + ")";
    }

    /** The coroutine of one client: the handler's own code runs in it, too. */
    private static final class Service extends Async<@Nullable Object> {

        private final ConnectionHandler handler;
        private final Connection connection;

        Service(ConnectionHandler handler, Connection connection) {
            this.handler = handler;
            this.connection = connection;
        }

        @Override
        public @Nullable Object awaitIn(Context context) {
            try {
                return handler.handle(connection).awaitIn(context);
            } catch (Exception e) {
                throw Sneaky.raise(e);
            }
        }
    }
}
