package dev.reprise.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The way into a TLS link: collects the bytes of records and opens them. It keeps less than one record and what was received
 * after it, and of an opened one what its reader had no room for.
 */
final class RecordReader {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** As many bytes of a stream that is none of TLS as a message shows. */
    private static final int SHOWN = 16;

    private final SSLEngine engine;
    private final ByteLink below;

    /** Received and not opened; null if empty. */
    private @Nullable ByteBuffer sealed;

    /** What is left of an opened record; null if nothing is. */
    private @Nullable ByteBuffer opened;

    /** What was received is not a whole record. */
    private boolean isStarved = true;

    /** The beginning of the stream until a record of it has been opened, for messages. */
    private byte[] beginning = {};

    /** @param before bytes of the stream that have been received already; taken out */
    RecordReader(SSLEngine engine, ByteLink below, ByteQueue before) {
        this.engine = engine;
        this.below = below;
        if (!before.isEmpty()) {
            ByteBuffer received = SpareBuffers.take(Math.max(before.size(), packetSize()));
            before.takeInto(received);
            sealed = received.flip();
            isStarved = false;
            remember(received);
        }
    }

    private int packetSize() {
        return engine.getSession().getPacketBufferSize();
    }

    /** Whether a record can be opened only after more has been received. */
    boolean isStarved() {
        return isStarved;
    }

    /** Whether bytes of an opened record are left. */
    boolean hasOpened() {
        return opened != null;
    }

    /**
     * Reads once from the link below.
     *
     * @return as {@link ByteLink#read}
     */
    int receive() throws IOException {
        ByteBuffer buffer = roomy();
        sealed = buffer;
        buffer.compact();
        int count;
        try {
            count = below.read(buffer);
        } finally {
            buffer.flip();
            letGoIfEmpty(buffer);
        }
        if (count > 0) {
            isStarved = false;
            remember(buffer);
        }
        return count;
    }

    /** The bytes received, in a buffer that has room for more; the engine wants more room for records that are too large. */
    private ByteBuffer roomy() {
        ByteBuffer buffer = sealed;
        if (buffer == null) {
            return SpareBuffers.take(packetSize()).flip();
        }
        if (buffer.remaining() < buffer.capacity()) {
            return buffer;
        }
        ByteBuffer larger = ByteBuffer.allocate(Math.max(packetSize(), buffer.capacity() * 2));
        return larger.put(buffer).flip();
    }

    private void remember(ByteBuffer received) {
        if (beginning.length < SHOWN) {
            byte[] seen = new byte[Math.min(SHOWN, received.remaining())];
            received.get(received.position(), seen);
            beginning = seen.length > beginning.length ? seen : beginning;
        }
    }

    /** Opens a record that has nothing for the reader. */
    SSLEngineResult open() throws SSLException {
        return open(NOTHING);
    }

    /** Opens the next record, if it is whole and there is room for what is in it. */
    SSLEngineResult open(ByteBuffer into) throws SSLException {
        ByteBuffer buffer = sealed;
        SSLEngineResult result = engine.unwrap(buffer == null ? NOTHING : buffer, into);
        isStarved = result.getStatus() == Status.BUFFER_UNDERFLOW;
        if (buffer != null) {
            letGoIfEmpty(buffer);
        }
        return result;
    }

    /** Opens the next record, whose bytes are for {@link #takeOpened}. */
    SSLEngineResult openAside() throws SSLException {
        ByteBuffer aside = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
        SSLEngineResult result = open(aside);
        aside.flip();
        opened = aside.hasRemaining() ? aside : null;
        return result;
    }

    /**
     * Gives out of the opened record as many bytes as there is room for.
     *
     * @return how many
     */
    int takeOpened(ByteBuffer into) {
        ByteBuffer rest = opened;
        if (rest == null) {
            return 0;
        }
        int count = Math.min(rest.remaining(), into.remaining());
        into.put(rest.duplicate().limit(rest.position() + count));
        rest.position(rest.position() + count);
        if (!rest.hasRemaining()) {
            opened = null;
        }
        return count;
    }

    private void letGoIfEmpty(ByteBuffer buffer) {
        if (!buffer.hasRemaining()) {
            sealed = null;
            isStarved = true;
            SpareBuffers.giveBack(buffer);
        }
    }

    /** Drops everything. */
    void letGo() {
        opened = null;
        if (sealed != null) {
            letGoIfEmpty(sealed.limit(sealed.position()));
        }
    }

    /** What the other side has sent first, as text, if that was no TLS record; null otherwise. */
    @Nullable String strangeBeginning() {
        if (beginning.length == 0 || beginning[0] >= 20 && beginning[0] <= 23) {
            return null;
        }
        String text = new String(beginning, StandardCharsets.ISO_8859_1);
        return text.replaceAll("[^ -~]+", ".");
    }
}
