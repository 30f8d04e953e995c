package dev.reprise.io;

import dev.reprise.loop.ChannelWatcher;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A connected socket. */
final class SocketLink implements ByteLink, ChannelWatcher {

    /** The JDK copies what is left of a heap buffer before each write, whether the socket takes it or not. */
    private static final int MOST_AT_ONCE = 128 * 1024;

    private final SocketChannel channel;
    private final SelectionKey key;
    private @Nullable User user;

    private SocketLink(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    /** Watches a channel that is connected and does not block. */
    static SocketLink register(LoopCore core, SocketChannel channel) throws IOException {
        SelectionKey key = core.selector().register(channel, operations -> {});
        return of(channel, key);
    }

    /** @param key of the channel; becomes the link's */
    static SocketLink of(SocketChannel channel, SelectionKey key) {
        SocketLink link = new SocketLink(channel, key);
        key.attach(link);
        key.interestOps(0);
        return link;
    }

    SocketChannel channel() {
        return channel;
    }

    @Override
    public void user(User other) {
        user = other;
    }

    @Override
    public void ready(int operations) {
        User told = user;
        if (told == null) {
            key.interestOps(0);
            return;
        }
        if ((operations & SelectionKey.OP_READ) != 0) {
            told.readable();
        }
        if ((operations & SelectionKey.OP_WRITE) != 0 && key.isValid()) {
            told.writable();
        }
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int end = from.limit();
        if (!from.isDirect() && from.remaining() > MOST_AT_ONCE) {
            from.limit(from.position() + MOST_AT_ONCE);
        }
        try {
            return channel.write(from);
        } finally {
            from.limit(end);
        }
    }

    @Override
    public void watchReads(boolean wanted) {
        watch(SelectionKey.OP_READ, wanted);
    }

    @Override
    public void watchWrites(boolean wanted) {
        watch(SelectionKey.OP_WRITE, wanted);
    }

    private void watch(int operation, boolean wanted) {
        if (key.isValid()) {
            int others = key.interestOps() & ~operation;
            key.interestOps(wanted ? others | operation : others);
        }
    }

    @Override
    public boolean closeOutput() throws IOException {
        channel.shutdownOutput();
        return true;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public String toString() {
        return channel.toString();
    }
}
