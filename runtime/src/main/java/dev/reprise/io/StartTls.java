package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.Call;
import dev.reprise.TimedOut;
import dev.reprise.frame.Context;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import org.jspecify.annotations.Nullable;

/**
 * The beginning of TLS on a wire, in the form the compiler would give it:
 *
 * <pre>{@code
 * try {
 *     await(flush);
 *     SSLEngine engine = await(toThread(newEngine));
 *     TlsLink link = new TlsLink(engine, …);
 *     wire.over(link);
 *     await(timeout(limit, link.handshake()));
 * } catch (Throwable t) {
 *     abort();
 *     throw t;
 * }
 * }</pre>
 */
final class StartTls extends Routine<@Nullable Void> {

    private final Wire wire;
    private final TlsOptions options;
    private final Call<SSLEngine, Exception> newEngine;

    StartTls(Wire wire, TlsOptions options, Call<SSLEngine, Exception> newEngine) {
        this.wire = wire;
        this.options = options;
        this.newEngine = newEngine;
    }

    @Override
    protected @Nullable Object resume(Context context) throws Exception {
        wire.core().checkRunning("TLS");
        int step = label;
        label = RUNNING;
        try {
            Object value = step == CREATED ? null : context.take();
            for (Awaitable<?> next = step(step, value); next != null; next = step(step, value)) {
                step++;
                value = next.awaitIn(context);
                if (context.suspended()) {
                    return suspend(context, step);
                }
            }
            return null;
        } catch (TimedOut e) {
            wire.abort("TLS");
            Duration limit = options.handshakeTimeout();
            SocketTimeoutException named =
                    new SocketTimeoutException(wire + " did not shake hands within " + limit.toMillis() + " ms");
            named.initCause(e);
            throw named;
        } catch (Throwable raised) {
            wire.abort("TLS");
            throw raised;
        }
    }

    private @Nullable Awaitable<?> step(int step, @Nullable Object value) throws Exception {
        return switch (step) {
            case 0 -> {
                wire.input.checkReadable();
                wire.output.checkGoesOn();
                yield wire.output.flush();
            }
            case 1 -> Async.toThread(newEngine);
            case 2 -> Async.timeout(options.handshakeTimeout(), handshake((SSLEngine) Objects.requireNonNull(value)));
            default -> null;
        };
    }

    private Handshake handshake(SSLEngine engine) throws Exception {
        wire.input.checkReadable();
        if (!wire.output.isEmpty()) {
            throw new IllegalStateException("something was written to " + wire
                    + " while TLS was started: it would go out unprotected; write when startTls has ended");
        }
        TlsLink link = new TlsLink(wire.core(), wire.link(), engine, options.shutdownTimeout(), wire.input.received);
        Handshake handshake = Objects.requireNonNull(link.handshake());
        link.open();
        wire.over(link);
        return handshake;
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Connection|startTls|Connection.java|-1|-1,-1,-1";
    }
}
