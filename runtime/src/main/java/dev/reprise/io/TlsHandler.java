package dev.reprise.io;

import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/**
 * Serves a client with TLS, in the form the compiler would give it:
 *
 * <pre>{@code
 * await(connection.acceptTls(tls));
 * return handler.handle(connection);
 * }</pre>
 */
final class TlsHandler extends Routine<@Nullable Object> {

    private final TlsOptions tls;
    private final ConnectionHandler handler;
    private final Connection connection;

    private TlsHandler(TlsOptions tls, ConnectionHandler handler, Connection connection) {
        this.tls = tls;
        this.handler = handler;
        this.connection = connection;
    }

    static ConnectionHandler of(TlsOptions tls, ConnectionHandler handler) {
        return connection -> new TlsHandler(tls, handler, connection);
    }

    @Override
    protected @Nullable Object resume(Context context) throws Exception {
        if (label == CREATED) {
            label = RUNNING;
            connection.acceptTls(tls).awaitIn(context);
            if (context.suspended()) {
                return suspend(context, 1);
            }
        } else {
            label = RUNNING;
            context.take();
        }
        return awaitReturned(Clients.service(handler, connection), context);
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Net|listenTls|Net.java|-1|-1";
    }
}
