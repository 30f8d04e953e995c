package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.AsyncCloseable;
import dev.reprise.AsyncIterable;
import dev.reprise.EventLoop;
import dev.reprise.frame.Context;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketOption;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A UDP socket of a coroutine. {@link Net#datagrams} makes one.
 *
 * <p>It takes packets from the system only while somebody waits for them. The queue of those that nobody has asked for is the
 * receive buffer of the system, as large as {@link java.net.StandardSocketOptions#SO_RCVBUF SO_RCVBUF}; what comes above that
 * is lost, as packets are. Any number of coroutines may receive and send; they take turns in the order in which they came.
 *
 * <p>Used on the thread of its loop.
 */
public final class DatagramEndpoint implements AsyncCloseable {

    private final DatagramChannel channel;
    private final DatagramLines lines;
    private final InetSocketAddress local;
    private final @Nullable InetSocketAddress remote;

    private DatagramEndpoint(LoopCore core, DatagramChannel channel, @Nullable InetSocketAddress remote)
            throws IOException {
        this.channel = channel;
        this.remote = remote;
        this.local = (InetSocketAddress) channel.getLocalAddress();
        this.lines = new DatagramLines(core, channel, local);
    }

    static DatagramEndpoint open(InetSocketAddress local, @Nullable InetSocketAddress remote) throws IOException {
        EventLoop.current();
        Net.checkResolved("cannot receive packets on ", local);
        if (remote != null) {
            Net.checkResolved("cannot send packets to ", remote);
        }
        DatagramChannel channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.bind(local);
            if (remote != null) {
                channel.connect(remote);
            }
            return new DatagramEndpoint(LoopCore.running(), channel, remote);
        } catch (IOException e) {
            channel.close();
            throw new IOException("cannot receive packets on " + local + ": " + e.getMessage(), e);
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /**
     * Receives a packet, and waits until there is one. A coroutine that is cancelled has taken none.
     *
     * <p>Fails with {@link IOException} if the socket fails or is closed meanwhile.
     */
    public Async<Datagram> receive() throws IOException {
        return new DatagramStep.Receive(lines, channel);
    }

    /** The packets that come, for {@code for (var packet : await(endpoint.received()))}. It has no end but a failure: closing the socket is one. */
    public AsyncIterable<Datagram> received() {
        return () -> new Packets(this);
    }

    /**
     * Sends a packet, and waits while the system has no room for it. That it was sent does not say that it arrives.
     *
     * <p>Fails with {@link IOException} if the packet is too large or the socket fails or is closed meanwhile.
     *
     * @param data nothing is left in it afterwards; until then nobody else uses it
     * @param to resolved; on a socket with one remote address, that one
     */
    public Async<@Nullable Void> send(ByteBuffer data, InetSocketAddress to) throws IOException {
        Net.checkResolved("cannot send a packet to ", to);
        if (remote != null && !remote.equals(to)) {
            throw new IllegalArgumentException("cannot send a packet to " + to + " through a UDP socket that talks to "
                    + remote + " only: open one without a remote address");
        }
        return new DatagramStep.Send(lines, channel, Objects.requireNonNull(data, "data"), to);
    }

    /** Sends a packet, as {@link #send(ByteBuffer, InetSocketAddress)} does. */
    public Async<@Nullable Void> send(byte[] data, InetSocketAddress to) throws IOException {
        return send(ByteBuffer.wrap(data), to);
    }

    /** The own address. */
    public InetSocketAddress localAddress() {
        return local;
    }

    /** Whether the socket is open. */
    public boolean isOpen() {
        return channel.isOpen();
    }

    /**
     * The value of a socket option.
     *
     * @throws IOException if the socket is closed
     */
    public <T extends @Nullable Object> T option(SocketOption<T> name) throws IOException {
        return channel.getOption(name);
    }

    /**
     * Sets a socket option.
     *
     * @throws IOException if the socket is closed, or the value is refused
     */
    public <T extends @Nullable Object> void option(SocketOption<T> name, T value) throws IOException {
        channel.setOption(name, value);
    }

    /** Closes the socket. Coroutines that receive or send fail. Closing it twice does nothing. */
    @Override
    public void close() {
        lines.close();
    }

    /** Closes the socket, as {@link #close()} does; there is nothing to wait for. */
    @Override
    public Async<@Nullable Void> closeAsync() {
        return new Async<>() {
            @Override
            public @Nullable Object awaitIn(Context context) {
                lines.close();
                return null;
            }
        };
    }

    @Override
    public String toString() {
        return "DatagramEndpoint (" + (channel.isOpen() ? "open, " : "closed, was ") + local + ")";
    }
}
