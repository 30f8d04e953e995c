package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.TimedOut;
import dev.reprise.frame.Context;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A connect that may take so long, in the form the compiler would give it:
 *
 * <pre>{@code
 * try { return await(timeout(limit, connect)); } catch (TimedOut e) { throw new SocketTimeoutException(…); }
 * }</pre>
 */
final class LimitedConnect extends Routine<Connection> {

    private final Duration limit;
    private final Async<Connection> connect;
    private final String target;

    /** @param target for messages */
    LimitedConnect(Duration limit, Async<Connection> connect, String target) {
        this.limit = limit;
        this.connect = connect;
        this.target = target;
    }

    @Override
    protected @Nullable Object resume(Context context) throws IOException {
        try {
            if (label != CREATED) {
                label = RUNNING;
                return context.take();
            }
            label = RUNNING;
            Object connected = Async.timeout(limit, connect).awaitIn(context);
            return context.suspended() ? suspend(context, 1) : connected;
        } catch (TimedOut e) {
            SocketTimeoutException named =
                    new SocketTimeoutException("cannot connect to " + target + " within " + limit.toMillis() + " ms");
            named.initCause(e);
            throw named;
        }
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Net|connect|Net.java|-1|-1";
    }
}
