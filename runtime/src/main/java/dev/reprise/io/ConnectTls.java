package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.frame.Context;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A connect with TLS, in the form the compiler would give it:
 *
 * <pre>{@code
 * Connection connection = await(connect);
 * await(connection.startTls(tls));
 * return connection;
 * }</pre>
 */
final class ConnectTls extends Routine<Connection> {

    private final Async<Connection> connect;
    private final TlsOptions tls;
    private @Nullable Connection connection;

    ConnectTls(Async<Connection> connect, TlsOptions tls) {
        this.connect = connect;
        this.tls = tls;
    }

    @Override
    protected @Nullable Object resume(Context context) throws IOException {
        int step = label;
        label = RUNNING;
        Object value = step == CREATED ? connect.awaitIn(context) : context.take();
        if (context.suspended()) {
            return suspend(context, 1);
        }
        if (step < 2) {
            Connection connected = (Connection) Objects.requireNonNull(value);
            connection = connected;
            connected.startTls(tls).awaitIn(context);
            if (context.suspended()) {
                return suspend(context, 2);
            }
        }
        return connection;
    }

    @Override
    protected void release() {
        connection = null;
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Net|connectTls|Net.java|-1|-1,-1";
    }
}
