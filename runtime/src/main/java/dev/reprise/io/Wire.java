package dev.reprise.io;

import dev.reprise.EventLoop;
import dev.reprise.Promise;
import dev.reprise.loop.ChannelWatcher;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The socket of a connection and the bytes on their way in and out. It reads only while somebody waits for bytes, so a
 * slow reader is felt by the peer; it writes at once what the socket takes and the rest as it takes it.
 *
 * <p>Loop's thread.
 */
final class Wire implements ChannelWatcher {

    /** Bytes waiting to be sent above which {@code drain} waits. */
    static final int HIGH_WATER = 64 * 1024;

    /** Bytes waiting to be sent at which it goes on. */
    static final int LOW_WATER = 16 * 1024;

    final ByteQueue received = new ByteQueue();

    private final EventLoop loop;
    private final LoopCore core;
    private final SocketChannel channel;
    private final SelectionKey key;
    private final ByteQueue toSend = new ByteQueue();

    /** Who waits for bytes; at most one. */
    private @Nullable Reading<?> reading;

    private boolean atEnd;
    private boolean paused;
    private boolean closing;
    private @Nullable IOException writeFailure;
    private final List<Promise<@Nullable Void>> drains = new ArrayList<>();
    private final List<Promise<@Nullable Void>> closes = new ArrayList<>();

    /** @param key of a connected channel; becomes this object's */
    Wire(EventLoop loop, LoopCore core, SocketChannel channel, SelectionKey key) {
        this.loop = loop;
        this.core = core;
        this.channel = channel;
        this.key = key;
        key.attach(this);
        key.interestOps(0);
    }

    void check(String operation) {
        core.checkRunning(operation);
    }

    SocketChannel channel() {
        return channel;
    }

    /** Whether the peer has sent its last byte and it has been received. */
    boolean isAtEnd() {
        return atEnd;
    }

    @Override
    public void ready(int operations) {
        if ((operations & SelectionKey.OP_READ) != 0) {
            receive();
        }
        if ((operations & SelectionKey.OP_WRITE) != 0 && key.isValid()) {
            send();
        }
    }

    // ---- in

    /** Receives for {@code reader} until it is satisfied. */
    void startReading(Reading<?> reader) {
        reading = reader;
        key.interestOpsOr(SelectionKey.OP_READ);
    }

    void checkReadable() throws IOException {
        if (reading != null) {
            throw new IllegalStateException(
                    "two coroutines read from one connection: their bytes would be mixed up; read in one place");
        }
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
    }

    void stopReading() {
        reading = null;
        if (key.isValid()) {
            key.interestOpsAnd(~SelectionKey.OP_READ);
        }
    }

    private void receive() {
        Reading<?> reader = reading;
        if (reader == null) {
            stopReading();
            return;
        }
        try {
            if (received.readFrom(channel) < 0) {
                atEnd = true;
            }
            if (reader.isSatisfied()) {
                stopReading();
                reader.wake(null);
            }
        } catch (IOException failure) {
            stopReading();
            reader.wake(failure);
        }
    }

    // ---- out

    void write(byte[] bytes) {
        if (closing) {
            throw new IllegalStateException("write() on a connection that was closed: close it after the last write");
        }
        if (!channel.isOpen() && writeFailure == null) {
            writeFailure = new ClosedChannelException();
        }
        if (writeFailure != null) {
            return;
        }
        toSend.add(bytes, 0, bytes.length);
        if ((key.interestOps() & SelectionKey.OP_WRITE) == 0) {
            send();
        }
        if (toSend.size() > HIGH_WATER) {
            paused = true;
        }
    }

    private void send() {
        try {
            toSend.writeTo(channel);
        } catch (IOException failure) {
            writeFailure = failure;
            toSend.clear();
        }
        if (toSend.size() <= LOW_WATER) {
            paused = false;
            endDrains();
        }
        if (!toSend.isEmpty()) {
            key.interestOpsOr(SelectionKey.OP_WRITE);
        } else if (closing) {
            abort();
        } else {
            key.interestOpsAnd(~SelectionKey.OP_WRITE);
        }
    }

    /** What {@code drain} waits for; null if it need not. */
    @Nullable Promise<@Nullable Void> drained() throws IOException {
        if (writeFailure != null) {
            throw writeFailure;
        }
        if (!channel.isOpen()) {
            throw new ClosedChannelException();
        }
        if (!paused) {
            return null;
        }
        Promise<@Nullable Void> promise = loop.promise();
        drains.add(promise);
        return promise;
    }

    private void endDrains() {
        for (Promise<@Nullable Void> drain : drains) {
            if (writeFailure != null) {
                drain.tryFail(writeFailure);
            } else {
                drain.tryComplete(null);
            }
        }
        drains.clear();
    }

    // ---- the end

    void close() {
        if (closing) {
            return;
        }
        closing = true;
        if (toSend.isEmpty()) {
            abort();
        }
    }

    /** Closes the socket and drops what has not been sent. */
    void abort() {
        closing = true;
        if (!channel.isOpen()) {
            return;
        }
        if (!toSend.isEmpty() && writeFailure == null) {
            writeFailure = new AsynchronousCloseException();
        }
        toSend.clear();
        Reading<?> reader = reading;
        reading = null;
        try {
            channel.close();
        } catch (IOException failure) {
            writeFailure = failure;
        }
        if (reader != null) {
            reader.wake(new AsynchronousCloseException());
        }
        endDrains();
        for (Promise<@Nullable Void> close : closes) {
            close.tryComplete(null);
        }
        closes.clear();
    }

    /** What {@code closeAsync} waits for; null if it is closed. */
    @Nullable Promise<@Nullable Void> closed() {
        close();
        if (!channel.isOpen()) {
            return null;
        }
        Promise<@Nullable Void> promise = loop.promise();
        closes.add(promise);
        return promise;
    }
}
