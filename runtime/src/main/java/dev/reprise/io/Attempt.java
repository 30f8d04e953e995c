package dev.reprise.io;

import dev.reprise.frame.Context;
import java.net.SocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One of several attempts of which the first that connects is kept, in the form the compiler would give it:
 *
 * <pre>{@code
 * Connection connected = await(dialer.dial(address));
 * attempts.connected(connected);
 * return connected;
 * }</pre>
 */
final class Attempt extends Routine<Connection> {

    private final HappyEyeballs attempts;
    private final Dialer dialer;
    private final SocketAddress address;

    Attempt(HappyEyeballs attempts, Dialer dialer, SocketAddress address) {
        this.attempts = attempts;
        this.dialer = dialer;
        this.address = address;
    }

    @Override
    protected @Nullable Object resume(Context context) {
        Object connected;
        if (label == CREATED) {
            label = RUNNING;
            connected = dialer.dial(address).awaitIn(context);
            if (context.suspended()) {
                return suspend(context, 1);
            }
        } else {
            label = RUNNING;
            connected = context.take();
        }
        attempts.connected((Connection) Objects.requireNonNull(connected));
        return connected;
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Net|connect|Net.java|-1|-1";
    }
}
