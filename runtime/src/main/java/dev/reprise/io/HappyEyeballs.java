package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.frame.Context;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Connects to the first address of a host that answers (RFC 8305): the next one is tried when the one before has failed, or has
 * not answered for a while. In the form the compiler would give it:
 *
 * <pre>{@code
 * try { await(hedge(delay, attempts)); } catch (Throwable t) { abort(kept); throw t; }
 * return kept;
 * }</pre>
 */
final class HappyEyeballs extends Routine<Connection> {

    private final List<InetAddress> addresses;
    private final int port;
    private final Duration delay;
    private final Dialer dialer;

    /** The first that connected. */
    private @Nullable Connection kept;

    /** @param addresses best first, at least one */
    HappyEyeballs(List<InetAddress> addresses, int port, Duration delay, Dialer dialer) {
        this.addresses = addresses;
        this.port = port;
        this.delay = delay;
        this.dialer = dialer;
    }

    /** The kinds of addresses in turns, beginning with that of the first; each kind in its order. */
    static List<InetAddress> interleaved(List<InetAddress> addresses) {
        List<InetAddress> first = new ArrayList<>();
        List<InetAddress> second = new ArrayList<>();
        for (InetAddress each : addresses) {
            (each.getClass() == addresses.get(0).getClass() ? first : second).add(each);
        }
        List<InetAddress> ordered = new ArrayList<>(addresses.size());
        for (int i = 0; ordered.size() < addresses.size(); i++) {
            if (i < first.size()) {
                ordered.add(first.get(i));
            }
            if (i < second.size()) {
                ordered.add(second.get(i));
            }
        }
        return ordered;
    }

    /** An attempt has succeeded; a second one that does so in the same turn was for nothing. */
    void connected(Connection connection) {
        if (kept == null) {
            kept = connection;
        } else {
            connection.abort();
        }
    }

    @Override
    protected @Nullable Object resume(Context context) {
        try {
            if (label == CREATED) {
                label = RUNNING;
                List<Async<Connection>> attempts = new ArrayList<>(addresses.size());
                for (InetAddress each : interleaved(addresses)) {
                    attempts.add(new Attempt(this, dialer, new InetSocketAddress(each, port)));
                }
                Async.hedge(delay, attempts).awaitIn(context);
                if (context.suspended()) {
                    return suspend(context, 1);
                }
            } else {
                label = RUNNING;
                context.take();
            }
            return kept;
        } catch (Throwable raised) {
            if (kept != null) {
                kept.abort();
            }
            throw raised;
        }
    }

    @Override
    protected void release() {
        kept = null;
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Net|connect|Net.java|-1|-1";
    }
}
