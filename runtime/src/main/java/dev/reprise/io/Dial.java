package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.Cancelled;
import dev.reprise.EventLoop;
import dev.reprise.UnhandledFailure;
import dev.reprise.frame.Context;
import dev.reprise.frame.Driver;
import dev.reprise.frame.Sneaky;
import dev.reprise.frame.Suspension;
import dev.reprise.loop.ChannelWatcher;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** One attempt to connect to one address. Its socket is closed unless it gives a connection. */
final class Dial extends Async<Connection> implements Suspension, ChannelWatcher {

    private final SocketAddress address;
    private final ConnectOptions options;
    private @Nullable SocketChannel channel;
    private @Nullable SelectionKey key;
    private @Nullable Driver driver;
    private @Nullable Throwable failure;

    Dial(SocketAddress address, ConnectOptions options) {
        this.address = address;
        this.options = options;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (channel != null) {
            throw new IllegalStateException(
                    this + " was awaited before: an Async runs once, call connect() again for another connection");
        }
        try {
            LoopCore core = LoopCore.running();
            SocketChannel opened = open();
            channel = opened;
            configure(opened);
            key = core.selector().register(opened, this);
            return opened.connect(address) ? connection() : context.suspendOn(this);
        } catch (IOException e) {
            discard();
            throw Sneaky.raise(attributed(e));
        } catch (RuntimeException e) {
            discard();
            throw e;
        }
    }

    private SocketChannel open() throws IOException {
        return isLocal() ? SocketChannel.open(StandardProtocolFamily.UNIX) : SocketChannel.open();
    }

    private void configure(SocketChannel opened) throws IOException {
        opened.configureBlocking(false);
        if (!isLocal()) {
            opened.setOption(StandardSocketOptions.TCP_NODELAY, true);
        }
        options.settings().apply(opened);
        SocketAddress own = options.local();
        if (own != null) {
            opened.bind(own);
        }
    }

    private boolean isLocal() {
        return address instanceof UnixDomainSocketAddress;
    }

    private IOException attributed(IOException raised) {
        return new IOException("cannot connect to " + address + ": " + raised.getMessage(), raised);
    }

    private Connection connection() throws IOException {
        SocketChannel connected = channel;
        SelectionKey registered = key;
        if (connected == null || registered == null) {
            throw new AssertionError("connected without a socket");
        }
        LoopCore core = LoopCore.running();
        return new Connection(new Wire(core, SocketLink.of(core, connected, registered)), connected);
    }

    @Override
    public void subscribe(Driver awaiting) {
        driver = awaiting;
        if (key != null) {
            key.interestOps(SelectionKey.OP_CONNECT);
        }
    }

    @Override
    public void ready(int operations) {
        if (key != null) {
            key.interestOps(0);
        }
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
            if (channel != null) {
                channel.finishConnect();
            }
            return connection();
        } catch (IOException e) {
            discard();
            throw attributed(e);
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
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            EventLoop.current()
                    .callExceptionHandler(new UnhandledFailure(
                            "the socket of a connect that was given up could not be closed", e, null, null));
        }
    }

    @Override
    public String toString() {
        return "a connect to " + address;
    }
}
