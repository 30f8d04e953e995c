package dev.reprise.io;

import dev.reprise.loop.ChannelWatcher;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/** A connected socket. */
final class SocketLink implements ByteLink, ChannelWatcher {

    private final SocketChannel channel;
    private final SelectionKey key;
    private final LoopCore core;
    private @Nullable User user;

    /** The operations that the key asks for: those somebody waits for, and those nobody waits for any more until it is ready for one. */
    private int asked;

    private boolean wantsReads;
    private boolean wantsWrites;

    /** Whom it was connected to, for messages; null before the close. */
    private @Nullable SocketAddress closedTo;

    private SocketLink(LoopCore core, SocketChannel channel, SelectionKey key) {
        this.core = core;
        this.channel = channel;
        this.key = key;
    }

    /** Watches a channel that is connected and does not block. */
    static SocketLink register(LoopCore core, SocketChannel channel) throws IOException {
        SelectionKey key = core.selector().register(channel, operations -> {});
        return of(core, channel, key);
    }

    /** @param key of the channel; becomes the link's */
    static SocketLink of(LoopCore core, SocketChannel channel, SelectionKey key) {
        SocketLink link = new SocketLink(core, channel, key);
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
        if ((operations & SelectionKey.OP_READ) != 0) {
            if (wantsReads && told != null) {
                told.readable();
            } else {
                forget(SelectionKey.OP_READ);
            }
        }
        if ((operations & SelectionKey.OP_WRITE) != 0 && key.isValid()) {
            if (wantsWrites && told != null) {
                told.writable();
            } else {
                forget(SelectionKey.OP_WRITE);
            }
        }
    }

    @Override
    public boolean isWaiting() {
        return wantsReads || wantsWrites;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return channel.read(into);
    }

    /** What is in the heap is copied as far as it goes in one write; the JDK would copy all of it each time. */
    @Override
    public int write(ByteBuffer from) throws IOException {
        if (from.isDirect()) {
            return channel.write(from);
        }
        ByteBuffer copy = core.outgoing().clear();
        int count = Math.min(from.remaining(), copy.capacity());
        copy.put(0, from, from.position(), count).limit(count);
        int written = channel.write(copy);
        from.position(from.position() + written);
        return written;
    }

    @Override
    public void watchReads(boolean wanted) {
        if (wanted && !wantsReads) {
            ask(SelectionKey.OP_READ);
        }
        wantsReads = wanted;
    }

    @Override
    public void watchWrites(boolean wanted) {
        if (wanted && !wantsWrites) {
            ask(SelectionKey.OP_WRITE);
        }
        wantsWrites = wanted;
    }

    private void ask(int operation) {
        if ((asked & operation) == 0 && key.isValid()) {
            asked |= operation;
            key.interestOps(asked);
        }
    }

    private void forget(int operation) {
        asked &= ~operation;
        key.interestOps(asked);
    }

    @Override
    public boolean closeOutput() throws IOException {
        channel.shutdownOutput();
        return true;
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            closedTo = channel.getRemoteAddress();
        }
        channel.close();
    }

    @Override
    public boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public String toString() {
        return closedTo == null ? channel.toString() : "the connection to " + closedTo;
    }
}
