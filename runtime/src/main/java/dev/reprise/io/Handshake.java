package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.frame.Context;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The handshake of a TLS link, in the form the compiler would give it:
 *
 * <pre>{@code
 * Async<?> next = link.handshake();
 * while (next != null) {
 *     await(next);
 *     next = link.handshake();
 * }
 * }</pre>
 */
final class Handshake extends Routine<@Nullable Void> {

    private final TlsLink link;

    Handshake(TlsLink link) {
        this.link = link;
    }

    @Override
    protected @Nullable Object resume(Context context) throws IOException {
        if (label != CREATED) {
            context.take();
        }
        label = RUNNING;
        for (Async<?> next = link.handshake(); next != null; next = link.handshake()) {
            next.awaitIn(context);
            if (context.suspended) {
                return suspend(context, 1);
            }
        }
        return null;
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Connection|startTls|Connection.java|-1|-1";
    }
}
