package dev.reprise.io;

import dev.reprise.EventLoop;
import dev.reprise.Handle;
import dev.reprise.UnhandledFailure;
import dev.reprise.loop.ChannelWatcher;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where clients come in, unless there are too many of them inside or the system has no room for more. */
final class Door implements ChannelWatcher {

    /** Clients accepted in one turn of the loop, so that a crowd at the door does not keep those inside waiting. */
    private static final int ACCEPTED_PER_TURN = 64;

    /** After which it is tried again when accepting has failed. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final EventLoop loop;
    private final ServerSocketChannel channel;
    private final SelectionKey key;
    private final int limit;
    private final Clients clients;

    /** Accepting has failed, and not everybody has been let in since. */
    private boolean isShort;

    private @Nullable Handle nextTry;

    Door(EventLoop loop, LoopCore core, ServerSocketChannel channel, int limit, Clients clients) throws IOException {
        this.loop = loop;
        this.channel = channel;
        this.limit = limit;
        this.clients = clients;
        this.key = core.selector().register(channel, this);
        key.interestOps(SelectionKey.OP_ACCEPT);
        clients.onLeft(this::reopen);
    }

    @Override
    public void ready(int operations) {
        for (int i = 0; i < ACCEPTED_PER_TURN; i++) {
            if (clients.count() >= limit) {
                key.interestOps(0);
                return;
            }
            SocketChannel client;
            try {
                client = channel.accept();
            } catch (IOException e) {
                pause(e);
                return;
            }
            if (client == null) {
                recovered();
                return;
            }
            admit(client);
        }
    }

    private void admit(SocketChannel client) {
        try {
            clients.admit(client);
        } catch (IOException | RuntimeException e) {
            report(new UnhandledFailure(
                    "the server on " + channel + " lost a client before serving it", e, null, null));
        }
    }

    private void report(UnhandledFailure failure) {
        loop.callSoon(() -> loop.callExceptionHandler(failure));
    }

    private void pause(IOException failure) {
        if (!channel.isOpen()) {
            return;
        }
        key.interestOps(0);
        nextTry = loop.callLater(PAUSE, this::reopen);
        if (!isShort) {
            isShort = true;
            report(new UnhandledFailure(
                    "the server on " + channel + " cannot accept clients; they wait, and it tries again each second"
                            + " and when one of its connections has been closed",
                    failure,
                    null,
                    null));
        }
    }

    private void recovered() {
        if (isShort) {
            isShort = false;
            System.getLogger("dev.reprise")
                    .log(System.Logger.Level.INFO, "the server on {0} accepts clients again", channel);
        }
    }

    /** There may be room again. */
    private void reopen() {
        if (nextTry != null) {
            nextTry.cancel();
            nextTry = null;
        }
        if (key.isValid()) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    @Override
    public String toString() {
        if (!channel.isOpen()) {
            return "closed, was";
        }
        return key.interestOps() == 0 ? "full, listening" : "listening";
    }
}
