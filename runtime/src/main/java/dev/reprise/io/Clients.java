package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.EventLoop;
import dev.reprise.Handle;
import dev.reprise.Task;
import dev.reprise.UnhandledFailure;
import dev.reprise.frame.Context;
import dev.reprise.frame.Sneaky;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The connections of a server's clients, each with its task, from the accept to the close. */
final class Clients {

    /** How long a client may take for what is left to be sent when its coroutine has ended. */
    private static final Duration LINGER = Duration.ofSeconds(30);

    private final EventLoop loop;
    private final LoopCore core;
    private final SocketSettings settings;
    private final ConnectionHandler handler;
    private final Set<Connection> open = new LinkedHashSet<>();
    private final Waiting.Line line = new Waiting.Line();
    private Runnable onLeft = () -> {};

    Clients(EventLoop loop, LoopCore core, SocketSettings settings, ConnectionHandler handler) {
        this.loop = loop;
        this.core = core;
        this.settings = settings;
        this.handler = handler;
    }

    /** Says what is done when a connection has been closed. */
    void onLeft(Runnable done) {
        onLeft = done;
    }

    int count() {
        return open.size();
    }

    /** Starts the task of a client. */
    void admit(SocketChannel client) throws IOException {
        try {
            client.configureBlocking(false);
            if (client.getRemoteAddress() instanceof InetSocketAddress) {
                client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            }
            settings.apply(client);
            Connection connection = new Connection(new Wire(core, SocketLink.register(core, client)), client);
            open.add(connection);
            connection.wire().onClosed(() -> left(connection));
            String name = "client " + connection.remoteAddress();
            loop.createTask(new Service(handler, connection), name).onDone(task -> served(task, connection));
        } catch (IOException | RuntimeException e) {
            client.close();
            throw e;
        }
    }

    private void left(Connection connection) {
        open.remove(connection);
        onLeft.run();
        line.check();
    }

    private void served(Task<?> task, Connection connection) {
        if (task.isCancelled()) {
            connection.abort();
            return;
        }
        Throwable failure = task.exception();
        if (failure != null) {
            connection.abort();
            loop.callExceptionHandler(
                    new UnhandledFailure("the handler of " + task.name() + " failed", failure, task, null));
            return;
        }
        connection.close();
        if (connection.isOpen()) {
            Handle patience = loop.callLater(LINGER, connection::abort);
            connection.wire().onClosed(() -> {
                patience.cancel();
                left(connection);
            });
        }
    }

    void abortAll() {
        List.copyOf(open).forEach(Connection::abort);
    }

    Async<@Nullable Void> untilNone(Server server) {
        return new Waiting(core, "awaitClients()", server, line, open::isEmpty, () -> {});
    }

    static Awaitable<?> service(ConnectionHandler handler, Connection connection) throws Exception {
        return Objects.requireNonNull(
                handler.handle(connection),
                "the ConnectionHandler gave null for " + connection
                        + ": a handler without awaits returns Async.done()");
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
                return service(handler, connection).awaitIn(context);
            } catch (Exception e) {
                throw Sneaky.raise(e);
            }
        }
    }
}
