package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.Cancelled;
import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Sneaky;
import dev.reprise.frame.Suspension;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import org.jspecify.annotations.Nullable;

/** One packet to be received or sent. */
abstract class DatagramStep<T extends @Nullable Object> extends Async<T> implements Suspension {

    final DatagramLines lines;
    private final boolean isReceiving;
    private boolean started;
    private @Nullable Driver driver;
    private @Nullable Throwable failure;

    DatagramStep(DatagramLines lines, boolean isReceiving) {
        this.lines = lines;
        this.isReceiving = isReceiving;
    }

    /** Does it if that is possible at the moment, and says whether it was. */
    abstract boolean attempt() throws IOException;

    /** What the await gives when it was done. */
    abstract T value();

    /** It was done and nobody wants the value any more. */
    abstract void giveBack();

    @Override
    public final @Nullable Object awaitIn(Context context) {
        try {
            lines.check(operation());
            if (started) {
                throw new IllegalStateException(
                        this + " was awaited before: an Async runs once, call the method again for another packet");
            }
            started = true;
            return !lines.hasLine(isReceiving) && attempt() ? value() : context.suspendOn(this);
        } catch (IOException e) {
            throw Sneaky.raise(e);
        }
    }

    @Override
    public final void subscribe(Driver awaiting) {
        driver = awaiting;
        lines.join(this, isReceiving);
    }

    /** Tries it for a coroutine that waits, and says whether that goes on. */
    final boolean advance() {
        try {
            if (!attempt()) {
                return false;
            }
            wake(null);
        } catch (IOException | RuntimeException raised) {
            wake(raised);
        }
        return true;
    }

    final void wake(@Nullable Throwable raised) {
        failure = raised;
        Driver woken = driver;
        driver = null;
        if (woken != null) {
            woken.wake();
        }
    }

    @Override
    public final @Nullable Object outcome() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        return value();
    }

    @Override
    public final boolean cancel(@Nullable String reason) {
        if (driver == null) {
            return false;
        }
        lines.leave(this, isReceiving);
        wake(new Cancelled(reason));
        return true;
    }

    @Override
    public final void discard() {
        if (failure == null) {
            giveBack();
        }
    }

    @Override
    public String toString() {
        return operation() + " on " + lines;
    }

    /** For messages. */
    final String operation() {
        return isReceiving ? "a receive()" : "a send()";
    }

    /** Receives. */
    static final class Receive extends DatagramStep<Datagram> {

        private final DatagramChannel channel;
        private @Nullable Datagram packet;

        Receive(DatagramLines lines, DatagramChannel channel) {
            super(lines, true);
            this.channel = channel;
        }

        @Override
        boolean attempt() throws IOException {
            packet = lines.takeGivenBack();
            if (packet == null) {
                ByteBuffer scratch = lines.scratch();
                SocketAddress from = channel.receive(scratch);
                if (from == null) {
                    return false;
                }
                byte[] data = new byte[scratch.flip().remaining()];
                scratch.get(data);
                packet = new Datagram(data, (InetSocketAddress) from);
            }
            return true;
        }

        @Override
        Datagram value() {
            if (packet == null) {
                throw new AssertionError("nothing was received");
            }
            return packet;
        }

        @Override
        void giveBack() {
            if (packet != null) {
                lines.giveBack(packet);
            }
        }
    }

    /** Sends. */
    static final class Send extends DatagramStep<@Nullable Void> {

        private final DatagramChannel channel;
        private final ByteBuffer data;
        private final InetSocketAddress to;

        Send(DatagramLines lines, DatagramChannel channel, ByteBuffer data, InetSocketAddress to) {
            super(lines, false);
            this.channel = channel;
            this.data = data;
            this.to = to;
        }

        @Override
        boolean attempt() throws IOException {
            boolean isEmpty = !data.hasRemaining();
            int sent = channel.send(data, to);
            return sent > 0 || isEmpty;
        }

        @Override
        @Nullable Void value() {
            return null;
        }

        @Override
        void giveBack() {
            // a packet that was sent is gone
        }
    }
}
