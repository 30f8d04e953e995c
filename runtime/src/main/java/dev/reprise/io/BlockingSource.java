package dev.reprise.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * A stream of the JDK that blocks, read one piece ahead at most. What was read for a loop that has been closed meanwhile is there
 * for the next one.
 *
 * <p>Thread-safe.
 */
final class BlockingSource {

    private static final int PIECE = 16 * 1024;

    final Lane lane;
    private final InputStream in;

    /** Guarded by this, as what follows. */
    private @Nullable ByteBuffer arrived;

    private boolean ended;
    private @Nullable IOException failure;

    BlockingSource(InputStream in, String name) {
        this.in = in;
        this.lane = new Lane(name);
    }

    /** Whether {@link #read} gives something, an end or a failure among it. */
    synchronized boolean isFilled() {
        return arrived != null || ended || failure != null;
    }

    /** Waits until {@link #read} gives something; called in the {@link #lane} only. */
    void fill() {
        if (isFilled()) {
            return;
        }
        byte[] piece = new byte[PIECE];
        try {
            int count = in.read(piece);
            synchronized (this) {
                ended = count < 0;
                arrived = ended ? null : ByteBuffer.wrap(piece, 0, count);
            }
        } catch (IOException raised) {
            synchronized (this) {
                failure = raised;
            }
        }
    }

    /**
     * Takes what is there.
     *
     * @return as {@link ByteLink#read}
     */
    synchronized int read(ByteBuffer into) throws IOException {
        ByteBuffer piece = arrived;
        if (piece == null) {
            if (failure != null) {
                throw failure;
            }
            return ended ? -1 : 0;
        }
        int count = Math.min(piece.remaining(), into.remaining());
        into.put(piece.slice().limit(count));
        piece.position(piece.position() + count);
        if (!piece.hasRemaining()) {
            arrived = null;
        }
        return count;
    }

    /** Reading has failed in a way that the stream does not declare. */
    synchronized void failed(Throwable raised) {
        failure = new IOException(lane + " failed: " + raised, raised);
    }

    void close() throws IOException {
        in.close();
    }

    @Override
    public String toString() {
        return lane.toString();
    }
}
