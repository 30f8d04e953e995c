package dev.reprise.io;

import dev.reprise.loop.ChannelWatcher;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Those who wait to receive from a UDP socket, and those who wait to send. */
final class DatagramLines implements ChannelWatcher {

    /** Largest packet there is. */
    static final int LARGEST = 64 * 1024;

    private final LoopCore core;
    private final DatagramChannel channel;
    private final InetSocketAddress local;
    private final SelectionKey key;
    private final ArrayDeque<DatagramStep<?>> receivers = new ArrayDeque<>();
    private final ArrayDeque<DatagramStep<?>> senders = new ArrayDeque<>();

    /** Packets that were received for somebody who was cancelled then. */
    private final ArrayDeque<Datagram> givenBack = new ArrayDeque<>();

    /** @param local address of the channel, for messages */
    DatagramLines(LoopCore core, DatagramChannel channel, InetSocketAddress local) throws IOException {
        this.core = core;
        this.channel = channel;
        this.local = local;
        this.key = core.selector().register(channel, this);
    }

    /** Makes sure that an operation may begin. */
    void check(String operation) throws IOException {
        core.checkRunning(operation);
        if (!channel.isOpen()) {
            throw Closed.before(operation, this);
        }
    }

    ByteBuffer scratch() {
        return core.scratch().clear();
    }

    @Nullable Datagram takeGivenBack() {
        return givenBack.poll();
    }

    /** Somebody has received a packet and does not want it any more. */
    void giveBack(Datagram packet) {
        givenBack.addFirst(packet);
        advance(receivers);
    }

    boolean hasLine(boolean receiving) {
        return !(receiving ? receivers : senders).isEmpty();
    }

    void join(DatagramStep<?> step, boolean receiving) {
        (receiving ? receivers : senders).add(step);
        watch();
    }

    void leave(DatagramStep<?> step, boolean receiving) {
        (receiving ? receivers : senders).remove(step);
        watch();
    }

    private void watch() {
        if (key.isValid()) {
            key.interestOps(
                    (receivers.isEmpty() ? 0 : SelectionKey.OP_READ) | (senders.isEmpty() ? 0 : SelectionKey.OP_WRITE));
        }
    }

    @Override
    public void ready(int operations) {
        if ((operations & SelectionKey.OP_READ) != 0) {
            advance(receivers);
        }
        if ((operations & SelectionKey.OP_WRITE) != 0) {
            advance(senders);
        }
    }

    /** Lets those go on, in order, whose operation can be done. */
    private void advance(ArrayDeque<DatagramStep<?>> line) {
        for (DatagramStep<?> first = line.peek(); first != null && first.advance(); first = line.peek()) {
            line.remove();
        }
        watch();
    }

    void close() {
        core.checkRunning("DatagramEndpoint.close()");
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a UDP socket could not be closed", e);
        } finally {
            endAll(receivers);
            endAll(senders);
        }
    }

    private void endAll(ArrayDeque<DatagramStep<?>> line) {
        for (DatagramStep<?> step = line.poll(); step != null; step = line.poll()) {
            step.wake(Closed.during(step.operation(), this));
        }
    }

    @Override
    public String toString() {
        return "the UDP socket on " + local;
    }
}
