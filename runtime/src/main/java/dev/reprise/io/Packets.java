package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.AsyncIterator;
import dev.reprise.Awaitable;
import dev.reprise.frame.Context;
import java.io.IOException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The packets of a UDP socket, each received when it is asked for. */
final class Packets implements AsyncIterator<Datagram> {

    private final DatagramEndpoint endpoint;
    private @Nullable Datagram packet;

    Packets(DatagramEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Awaitable<Boolean> advance() {
        return new Next();
    }

    @Override
    public Datagram current() {
        if (packet == null) {
            throw new NoSuchElementException("no packet was received");
        }
        return packet;
    }

    /** {@code packet = await(endpoint.receive()); return true;} */
    private final class Next extends Routine<Boolean> {

        @Override
        protected @Nullable Object resume(Context context) throws IOException {
            Object received;
            if (label == CREATED) {
                label = RUNNING;
                Async<Datagram> receive = endpoint.receive();
                received = receive.awaitIn(context);
                if (context.suspended()) {
                    return suspend(context, 1);
                }
            } else {
                label = RUNNING;
                received = context.take();
            }
            packet = (Datagram) received;
            return true;
        }

        @Override
        protected String points() {
            return "dev.reprise.io.DatagramEndpoint|received|DatagramEndpoint.java|-1|-1";
        }
    }
}
