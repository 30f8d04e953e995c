package dev.reprise.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** The way out of a TLS link: makes records, and keeps of the last one what the link below has not taken. */
final class RecordWriter {

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SSLEngine engine;
    private final ByteLink below;

    /** The record on its way, null if there is none. */
    private @Nullable ByteBuffer sealed;

    RecordWriter(SSLEngine engine, ByteLink below) {
        this.engine = engine;
        this.below = below;
    }

    /** Whether the link below has taken everything. */
    boolean isEmpty() {
        return sealed == null;
    }

    /**
     * Sends what is left of the record.
     *
     * @return false if the link below has no room for it at the moment
     */
    boolean flush() throws IOException {
        ByteBuffer record = sealed;
        if (record == null) {
            return true;
        }
        while (record.hasRemaining()) {
            if (below.write(record) == 0) {
                return false;
            }
        }
        letGo();
        return true;
    }

    /** Makes a record of what the engine itself has to say. Nothing may be on its way. */
    SSLEngineResult seal() throws SSLException {
        return seal(NOTHING);
    }

    /** Makes a record of bytes, or of something the engine has to say before. Nothing may be on its way. */
    SSLEngineResult seal(ByteBuffer plain) throws SSLException {
        ByteBuffer record = SpareBuffers.take(engine.getSession().getPacketBufferSize());
        sealed = record;
        try {
            SSLEngineResult result = engine.wrap(plain, record);
            if (result.getStatus() == Status.BUFFER_OVERFLOW) {
                throw new SSLException("the TLS engine made a record larger than the " + record.capacity()
                        + " bytes that it said were enough");
            }
            return result;
        } finally {
            record.flip();
            if (!record.hasRemaining()) {
                letGo();
            }
        }
    }

    /**
     * Sends what was left to be sent, and that no more comes.
     *
     * @return false if the link below has no room for it yet: it is to be called again
     */
    boolean end() throws IOException {
        engine.closeOutbound();
        boolean said = flush();
        while (said && !engine.isOutboundDone()) {
            SSLEngineResult result = seal();
            said = flush();
            if (result.bytesProduced() == 0) {
                break;
            }
        }
        return said;
    }

    /** Tells the other side that TLS has failed, as far as the link below has room. */
    void alert(IOException failure) {
        try {
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && flush()) {
                seal();
                flush();
            }
        } catch (IOException unsent) {
            failure.addSuppressed(unsent);
        }
    }

    /** Drops what has not been sent. */
    void letGo() {
        ByteBuffer record = sealed;
        sealed = null;
        if (record != null) {
            SpareBuffers.giveBack(record);
        }
    }
}
