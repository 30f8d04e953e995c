package dev.reprise.io;

import dev.reprise.EventLoop;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * TLS over another link, whatever that is. It carries no bytes of its user before the end of its {@link
 * Handshake}. Afterwards it has no coroutine: it lives on what its user and the link below tell it.
 */
final class TlsLink implements ByteLink, ByteLink.User {

    private final EventLoop loop;
    private final LoopCore core;
    private final ByteLink below;
    private final SSLEngine engine;
    private final Duration shutdownTimeout;
    private final RecordReader reader;
    private final RecordWriter writer;
    private @Nullable User user;

    /** Null after its end. */
    private @Nullable Handshake handshake;

    private boolean isTls13;

    private boolean wantsReads;
    private boolean wantsWrites;

    /** The reader will be told of bytes that are here already. */
    private boolean nudged;

    /** The engine has to say something before more is read, or its answers would pile up. */
    private boolean owesAnswer;

    private boolean saidGoodbye;

    /** The other side has said that no more comes. */
    private boolean isAtEnd;

    /** What TLS failed with, for good. */
    private @Nullable IOException failure;

    /** Why an answer could not be sent; matters only to those who write. */
    private @Nullable IOException unsendable;

    /** Set from the beginning of {@link #finish}. */
    private @Nullable Farewell farewell;

    /**
     * @param engine whose handshake has begun
     * @param before bytes that came through {@code below} and belong to TLS; taken out
     */
    TlsLink(LoopCore core, ByteLink below, SSLEngine engine, Duration shutdownTimeout, ByteQueue before) {
        this.loop = EventLoop.current();
        this.core = core;
        this.below = below;
        this.engine = engine;
        this.shutdownTimeout = shutdownTimeout;
        this.reader = new RecordReader(engine, below, before);
        this.writer = new RecordWriter(engine, below);
        this.handshake = new Handshake(core, below, engine, reader, writer, this::establish);
    }

    /** What its records go through. */
    ByteLink below() {
        return below;
    }

    // ---- the handshake

    /** Begins to hear of the link below, and of nobody else. */
    void open() {
        below.user(this);
        below.watchReads(false);
        below.watchWrites(false);
    }

    /** The coroutine with which the link begins; null after its end. */
    @Nullable Handshake handshake() {
        return handshake;
    }

    private void establish() {
        handshake = null;
        isTls13 = "TLSv1.3".equals(engine.getSession().getProtocol());
        watch();
    }

    /** What was agreed on; null before the end of the handshake. */
    @Nullable TlsSession session() {
        if (handshake != null) {
            return null;
        }
        String chosen = engine.getApplicationProtocol();
        return new TlsSession(chosen == null || chosen.isEmpty() ? null : chosen, engine.getSession());
    }

    // ---- reading

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (handshake != null) {
            return 0;
        }
        int start = into.position();
        reader.takeOpened(into);
        try {
            while (into.hasRemaining() && !isAtEnd && failure == null && answer()) {
                if (reader.isStarved()) {
                    if (into.position() > start || !receive()) {
                        break;
                    }
                } else if (!openNext(into, start)) {
                    break;
                }
            }
        } catch (IOException e) {
            fail(e);
        }
        watch();
        int count = into.position() - start;
        if (count > 0 || !into.hasRemaining()) {
            return count;
        }
        if (failure != null && !isAtEnd) {
            throw failure;
        }
        return isAtEnd ? -1 : 0;
    }

    /** Receives from the link below; false if nothing is there. */
    private boolean receive() throws IOException {
        int count = reader.receive();
        if (count < 0) {
            throw new TlsTruncatedException(below.toString());
        }
        return count > 0;
    }

    /** Opens a record; false if the buffer, in which something is already, has no room for it. */
    private boolean openNext(ByteBuffer into, int start) throws IOException {
        SSLEngineResult result = reader.open(into);
        if (result.getStatus() == Status.BUFFER_OVERFLOW) {
            if (into.position() > start) {
                return false;
            }
            result = reader.openAside();
            reader.takeOpened(into);
        }
        if (result.getStatus() == Status.CLOSED || engine.isInboundDone()) {
            isAtEnd = true;
            owesAnswer = !isTls13;
            answer();
        } else if (isTls13 && result.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
            owesAnswer = true;
        } else if (beginsHandshake(result.getHandshakeStatus())) {
            throw new SSLException("the other side began another handshake over " + below
                    + ": renegotiation is not supported, it has been a way into connections");
        }
        return true;
    }

    private boolean beginsHandshake(HandshakeStatus status) {
        return switch (status) {
            case NEED_TASK -> true;
            case NEED_WRAP, NEED_UNWRAP, NEED_UNWRAP_AGAIN -> !isTls13 && !saidGoodbye;
            default -> false;
        };
    }

    /** Sends what the engine owes the other side; false if that has to wait. */
    private boolean answer() {
        if (!owesAnswer) {
            return true;
        }
        try {
            if (!writer.flush()) {
                return false;
            }
            writer.seal();
            owesAnswer = false;
            writer.flush();
        } catch (IOException e) {
            isUnsendable(e);
        }
        return true;
    }

    private void isUnsendable(IOException raised) {
        unsendable = raised;
        owesAnswer = false;
        writer.letGo();
    }

    // ---- writing

    @Override
    public int write(ByteBuffer from) throws IOException {
        checkSendable();
        if (handshake != null) {
            return 0;
        }
        int start = from.position();
        try {
            while (from.hasRemaining() && writer.flush()) {
                SSLEngineResult result = writer.seal(from);
                if (result.getStatus() == Status.CLOSED || result.bytesConsumed() + result.bytesProduced() == 0) {
                    throw new SSLException("nothing can be sent over " + below
                            + ": the other side has closed TLS, which before TLS 1.3 closes both directions");
                }
            }
            writer.flush();
        } catch (SSLException e) {
            fail(e);
            throw e;
        }
        watch();
        return from.position() - start;
    }

    private void checkSendable() throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (unsendable != null) {
            throw unsendable;
        }
    }

    @Override
    public boolean flush() throws IOException {
        boolean sent = writer.flush();
        watch();
        return sent;
    }

    // ---- what the link below tells

    @Override
    public void user(User other) {
        user = other;
    }

    @Override
    public void readable() {
        if (handshake != null) {
            handshake.signalled();
            return;
        }
        User told = user;
        if (told != null && wantsReads) {
            told.readable();
        }
        goOnFinishing();
        watch();
    }

    @Override
    public void writable() {
        if (handshake != null) {
            handshake.signalled();
            return;
        }
        User told = user;
        answer();
        try {
            writer.flush();
        } catch (IOException e) {
            isUnsendable(e);
        }
        if (told != null && wantsWrites) {
            told.writable();
        }
        goOnFinishing();
        watch();
    }

    private void goOnFinishing() {
        User told = user;
        if (farewell != null && told != null && below.isOpen()) {
            told.writable();
        }
    }

    @Override
    public void watchReads(boolean wanted) {
        wantsReads = wanted;
        watch();
    }

    @Override
    public void watchWrites(boolean wanted) {
        wantsWrites = wanted;
        watch();
    }

    /** Asks the link below for what is needed, and sees to it that nobody waits for what is here. */
    private void watch() {
        if (handshake != null || !below.isOpen()) {
            return;
        }
        boolean needsBytes = !isAtEnd && failure == null && !owesAnswer && reader.isStarved() && !reader.hasOpened();
        below.watchReads(needsBytes && (wantsReads || farewell != null));
        below.watchWrites(wantsWrites || !writer.isEmpty());
        boolean waits = owesAnswer && !isAtEnd && failure == null;
        if (wantsReads && !needsBytes && !waits && !nudged) {
            nudged = true;
            loop.callSoon(this::nudge);
        }
    }

    private void nudge() {
        nudged = false;
        User told = user;
        if (told != null && wantsReads && below.isOpen()) {
            told.readable();
            watch();
        }
    }

    // ---- the end

    @Override
    public boolean closeOutput() throws IOException {
        checkSendable();
        return handshake == null && sayGoodbye();
    }

    private boolean sayGoodbye() throws IOException {
        saidGoodbye = true;
        boolean said = writer.end();
        watch();
        return said;
    }

    @Override
    public boolean finish() {
        if (handshake != null || failure != null || unsendable != null || !below.isOpen()) {
            return true;
        }
        Farewell begun = farewell;
        if (begun == null) {
            begun = new Farewell(loop, this, shutdownTimeout, this::losePatience);
            farewell = begun;
        }
        try {
            return begun.isOutOfPatience() || sayGoodbye() && (isAtEnd || begun.discardRest(core.scratch()));
        } catch (IOException e) {
            isUnsendable(e);
            return true;
        }
    }

    private void losePatience() {
        writer.letGo();
        goOnFinishing();
    }

    private void fail(IOException raised) {
        failure = raised;
        if (raised instanceof SSLException && !(raised instanceof TlsTruncatedException)) {
            writer.alert(raised);
        }
    }

    @Override
    public void close() throws IOException {
        if (farewell != null) {
            farewell.end();
        }
        reader.letGo();
        writer.letGo();
        try {
            below.close();
        } finally {
            if (handshake != null) {
                handshake.closed();
            }
        }
    }

    @Override
    public boolean isOpen() {
        return below.isOpen();
    }

    @Override
    public String toString() {
        return "TLS over " + below;
    }
}
