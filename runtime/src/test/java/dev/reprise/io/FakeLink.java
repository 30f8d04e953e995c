package dev.reprise.io;

import dev.reprise.EventLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** A link whose other side is the test. On the loop's thread. */
final class FakeLink implements ByteLink {

    private final Deque<ByteBuffer> incoming = new ArrayDeque<>();
    private final StringBuilder sent = new StringBuilder();
    private @Nullable User user;
    private @Nullable IOException failure;
    private boolean endComes;
    private boolean watchesReads;
    private boolean watchesWrites;
    private boolean isOpen = true;
    private int room = Integer.MAX_VALUE;
    private int lastReadHadRoomFor;

    // ---- the other side

    /** The other side sends; each piece is given by a read of its own. */
    void comes(String... pieces) {
        for (String piece : pieces) {
            incoming.add(StandardCharsets.UTF_8.encode(piece));
        }
        tellReader();
    }

    void endComes() {
        endComes = true;
        tellReader();
    }

    void resetComes(String message) {
        failure = new IOException(message);
        tellReader();
        tellWriter();
    }

    /** Says that something has come, and has nothing. */
    void promises() {
        if (watchesReads) {
            user().readable();
        }
    }

    private void tellReader() {
        while (watchesReads && (!incoming.isEmpty() || endComes || failure != null)) {
            user().readable();
        }
    }

    /** The other side takes no more than so many bytes. */
    void takes(int bytes) {
        room = bytes;
        tellWriter();
    }

    private void tellWriter() {
        if (watchesWrites && (room > 0 || failure != null)) {
            user().writable();
        }
    }

    String sent() {
        return sent.toString();
    }

    int unread() {
        return incoming.stream().mapToInt(ByteBuffer::remaining).sum();
    }

    int lastReadHadRoomFor() {
        return lastReadHadRoomFor;
    }

    private User user() {
        if (user == null) {
            throw new AssertionError("nobody uses the link");
        }
        return user;
    }

    // ---- this side

    @Override
    public void user(User other) {
        user = other;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (failure != null) {
            throw failure;
        }
        lastReadHadRoomFor = into.remaining();
        ByteBuffer piece = incoming.peek();
        if (piece == null) {
            return endComes ? -1 : 0;
        }
        int count = Math.min(piece.remaining(), into.remaining());
        into.put(piece.duplicate().limit(piece.position() + count));
        piece.position(piece.position() + count);
        if (!piece.hasRemaining()) {
            incoming.remove();
        }
        return count;
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        if (failure != null) {
            throw failure;
        }
        int count = Math.min(room, from.remaining());
        sent.append(StandardCharsets.UTF_8.decode(from.slice().limit(count)));
        from.position(from.position() + count);
        room -= count;
        return count;
    }

    @Override
    public void watchReads(boolean wanted) {
        watchesReads = wanted;
        if (wanted) {
            EventLoop.current().callSoon(this::tellReader);
        }
    }

    @Override
    public void watchWrites(boolean wanted) {
        watchesWrites = wanted;
        if (wanted) {
            EventLoop.current().callSoon(this::tellWriter);
        }
    }

    @Override
    public boolean closeOutput() {
        sent.append("<end>");
        return true;
    }

    @Override
    public void close() {
        sent.append("<closed>");
        isOpen = false;
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public String toString() {
        return "fake link";
    }
}
