package dev.reprise.io;

import dev.reprise.Awaitable;
import dev.reprise.EventLoop;
import dev.reprise.frame.Context;
import dev.reprise.frame.Frame;
import dev.reprise.frame.Sneaky;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine of {@link Net#connect}, in the form the compiler would give it:
 *
 * <pre>{@code
 * List<InetAddress> addresses = await(loop.runInExecutor(() -> resolver.resolve(host)));
 * for (InetAddress each : addresses) {
 *     try { return await(connect(each)); } catch (IOException e) { failure = e; }
 * }
 * throw failure;
 * }</pre>
 */
final class Connect extends Frame<Connection> {

    private static final int RESOLVED = 1;
    private static final int CONNECTED = 2;

    private final String host;
    private final int port;
    private List<InetAddress> addresses;
    private int next;
    private @Nullable IOException failure;

    /** @param addresses those of {@code host}; empty if it is to be looked up */
    Connect(String host, int port, List<InetAddress> addresses) {
        this.host = host;
        this.port = port;
        this.addresses = addresses;
    }

    @Override
    protected @Nullable Object resume(Context context) throws IOException {
        int point = label;
        label = RUNNING;
        EventLoop loop = EventLoop.current();
        switch (point) {
            case CREATED -> {
                if (addresses.isEmpty()) {
                    Object resolved = resolve(loop).awaitIn(context);
                    if (context.suspended) {
                        return save(context, RESOLVED);
                    }
                    take(resolved);
                }
            }
            case RESOLVED -> take(context.take());
            default -> {
                try {
                    return context.take();
                } catch (Throwable refused) {
                    remember(refused);
                }
            }
        }
        while (next < addresses.size()) {
            InetSocketAddress address = new InetSocketAddress(addresses.get(next++), port);
            try {
                Object connection = Connecting.connect(loop, address, context);
                return context.suspended ? save(context, CONNECTED) : connection;
            } catch (IOException refused) {
                remember(refused);
            }
        }
        throw failure != null ? failure : new IOException("host " + host + " has no address");
    }

    private Awaitable<List<InetAddress>> resolve(EventLoop loop) {
        return loop.runInExecutor(() -> loop.options().resolver().resolve(host));
    }

    @SuppressWarnings("unchecked") // what resolve() gives
    private void take(@Nullable Object resolved) {
        addresses = resolved == null ? List.of() : (List<InetAddress>) resolved;
    }

    /** Keeps the first failure and goes on, unless it is none of connecting. */
    private void remember(Throwable refused) {
        if (!(refused instanceof IOException failed)) {
            throw Sneaky.raise(refused);
        }
        if (failure == null) {
            failure = failed;
        } else {
            failure.addSuppressed(failed);
        }
    }

    private @Nullable Object save(Context context, int point) {
        label = point;
        context.link(this);
        return null;
    }

    @Override
    protected void release() {
        addresses = List.of();
        failure = null;
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Net|connect|Net.java|-1|-1,-1";
    }
}
