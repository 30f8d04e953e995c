package dev.reprise.io;

import dev.reprise.EventLoop;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A blocking stream to which a loop writes; nothing is read. Bytes count as written when the stream has taken and flushed them. */
final class SinkLink implements ByteLink {

    private static final int PIECE = 16 * 1024;

    private final EventLoop loop;
    private final OutputStream out;
    private final Lane lane;
    private @Nullable User user;
    private boolean watched;
    private boolean writing;
    private boolean ending;
    private boolean ended;
    private boolean isOpen = true;

    /** How many of the bytes that {@link #write} was shown have been written and are not wanted again. */
    private int written;

    private @Nullable IOException failure;

    SinkLink(EventLoop loop, OutputStream out, String name) {
        this.loop = loop;
        this.out = out;
        this.lane = new Lane(name);
    }

    @Override
    public void user(User other) {
        user = other;
    }

    @Override
    public int read(ByteBuffer into) {
        throw new UnsupportedOperationException("read from a stream that is written to");
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (writing || !from.hasRemaining()) {
            return 0;
        }
        if (written > 0) {
            int count = written;
            written = 0;
            from.position(from.position() + count);
            return count;
        }
        byte[] piece = new byte[Math.min(from.remaining(), PIECE)];
        from.get(from.position(), piece);
        writing = true;
        lane.call(
                loop,
                () -> {
                    out.write(piece);
                    out.flush();
                    return null;
                },
                raised -> {
                    written = piece.length;
                    ended(raised);
                });
        return 0;
    }

    private void ended(@Nullable Throwable raised) {
        writing = false;
        if (raised != null) {
            failure = raised instanceof IOException broken ? broken : new IOException("writing to " + this, raised);
        }
        User told = user;
        if (watched && told != null && isOpen) {
            told.writable();
        }
    }

    @Override
    public void watchReads(boolean wanted) {
        // never readable
    }

    @Override
    public void watchWrites(boolean wanted) {
        watched = wanted;
        if (wanted && !writing) {
            loop.callSoon(() -> {
                User told = user;
                if (watched && !writing && told != null && isOpen) {
                    told.writable();
                }
            });
        }
    }

    @Override
    public boolean closeOutput() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (!ending) {
            ending = true;
            closeStream();
        }
        return ended;
    }

    @Override
    public void close() {
        if (isOpen) {
            isOpen = false;
            closeStream();
        }
    }

    private void closeStream() {
        writing = true;
        lane.call(
                loop,
                () -> {
                    out.close();
                    return null;
                },
                raised -> {
                    ended = true;
                    ended(raised);
                });
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public String toString() {
        return lane.toString();
    }
}
