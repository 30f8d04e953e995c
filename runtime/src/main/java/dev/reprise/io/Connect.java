package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.frame.Context;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine that connects to a host, in the form the compiler would give it:
 *
 * <pre>{@code
 * List<InetAddress> addresses = await(loop.runInExecutor(() -> resolver.resolve(host)));
 * return addresses.size() == 1 ? dial(addresses.get(0)) : firstToAnswer(addresses);
 * }</pre>
 */
final class Connect extends Routine<Connection> {

    private final String host;
    private final int port;
    private final Duration attemptDelay;
    private final Dialer dialer;

    Connect(String host, int port, Duration attemptDelay, Dialer dialer) {
        this.host = host;
        this.port = port;
        this.attemptDelay = attemptDelay;
        this.dialer = dialer;
    }

    @Override
    protected @Nullable Object resume(Context context) throws IOException {
        Object resolved;
        if (label == CREATED) {
            label = RUNNING;
            EventLoop loop = EventLoop.current();
            resolved = loop.runInExecutor(() -> loop.options().resolver().resolve(host))
                    .awaitIn(context);
            if (context.suspended()) {
                return suspend(context, 1);
            }
        } else {
            label = RUNNING;
            resolved = context.take();
        }
        return awaitReturned(toAny(resolved), context);
    }

    @SuppressWarnings("unchecked") // what the resolver gives
    private Async<Connection> toAny(@Nullable Object resolved) throws UnknownHostException {
        List<InetAddress> addresses = resolved == null ? List.of() : (List<InetAddress>) resolved;
        return switch (addresses.size()) {
            case 0 -> throw new UnknownHostException(host + ": its resolver gave no address");
            case 1 -> dialer.dial(new InetSocketAddress(addresses.get(0), port));
            default -> new HappyEyeballs(addresses, port, attemptDelay, dialer);
        };
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Net|connect|Net.java|-1|-1";
    }
}
