package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.frame.Context;
import dev.reprise.frame.Frame;
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
final class Handshake extends Frame<@Nullable Void> {

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
                label = 1;
                context.link(this);
                return null;
            }
        }
        return null;
    }

    @Override
    protected void release() {
        // what it holds is gone with it
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Connection|startTls|Connection.java|-1|-1";
    }
}
