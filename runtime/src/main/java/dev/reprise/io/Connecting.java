package dev.reprise.io;

import dev.reprise.Cancelled;
import dev.reprise.EventLoop;
import dev.reprise.UnhandledFailure;
import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import dev.reprise.loop.ChannelWatcher;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One attempt to connect to one address. Its socket is closed unless it gives a connection. */
final class Connecting implements Suspension, ChannelWatcher {

    private final EventLoop loop;
    private final LoopCore core;
    private final InetSocketAddress address;
    private final SocketChannel channel;
    private final SelectionKey key;
    private @Nullable Driver driver;
    private @Nullable Throwable failure;

    private Connecting(EventLoop loop, InetSocketAddress address, SocketChannel channel) throws IOException {
        this.loop = loop;
        this.core = LoopCore.running();
        this.address = address;
        this.channel = channel;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = core.selector().register(channel, this);
    }

    /** Connects, or suspends until that is done. */
    static @Nullable Object connect(EventLoop loop, InetSocketAddress address, Context context) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            Connecting attempt = new Connecting(loop, address, channel);
            return channel.connect(address) ? attempt.connection() : context.suspendOn(attempt);
        } catch (IOException e) {
            channel.close();
            throw attributed(e, address);
        } catch (RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static IOException attributed(IOException failure, InetSocketAddress address) {
        IOException named = new IOException("cannot connect to " + address + ": " + failure.getMessage());
        named.initCause(failure);
        return named;
    }

    private Connection connection() {
        return new Connection(new Wire(loop, core, channel, key));
    }

    @Override
    public void subscribe(Driver awaiting) {
        driver = awaiting;
        key.interestOps(SelectionKey.OP_CONNECT);
    }

    @Override
    public void ready(int operations) {
        key.interestOps(0);
        wake();
    }

    private void wake() {
        Driver woken = driver;
        driver = null;
        if (woken != null) {
            woken.wake();
        }
    }

    @Override
    public @Nullable Object outcome() throws Throwable {
        if (failure != null) {
            throw failure;
        }
        try {
            channel.finishConnect();
            return connection();
        } catch (IOException e) {
            channel.close();
            throw attributed(e, address);
        }
    }

    @Override
    public boolean cancel(@Nullable String reason) {
        if (driver == null) {
            return false;
        }
        failure = new Cancelled(reason);
        discard();
        wake();
        return true;
    }

    @Override
    public void discard() {
        try {
            channel.close();
        } catch (IOException e) {
            loop.callExceptionHandler(new UnhandledFailure(
                    "the socket of a connect that was cancelled could not be closed", e, null, null));
        }
    }

    @Override
    public String toString() {
        return "a connect to " + address;
    }
}
