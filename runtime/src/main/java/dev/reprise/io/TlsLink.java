package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.Handle;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.time.Duration;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * TLS over another link, whatever that is. It carries no bytes of its user before {@link #established}; until then {@link
 * Handshake} moves it on. Afterwards it lives on what the link below tells it.
 */
final class TlsLink implements ByteLink, ByteLink.User {

    /** Bytes that may still come after the goodbye, from somebody who has not read it yet, before it is left at that. */
    private static final int MOST_DISCARDED = 64 * 1024;

    private final EventLoop loop;
    private final LoopCore core;
    private final ByteLink below;
    private final SSLEngine engine;
    private final Duration shutdownTimeout;
    private final RecordReader reader;
    private final RecordWriter writer;
    private final Waiting.Line line = new Waiting.Line();
    private @Nullable User user;
    private boolean established;
    private boolean isTls13;

    /** The handshake may go on. */
    private boolean signalled;

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

    /** Set from the beginning of {@link #finish}: when it stops waiting for the other side. */
    private @Nullable Handle patience;

    private boolean outOfPatience;
    private int discarded;

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
    }

    /** What its records go through. */
    ByteLink below() {
        return below;
    }

    // ---- the handshake

    /** Begins to hear of the link below. */
    void open() {
        below.user(this);
        below.watchReads(false);
        below.watchWrites(false);
    }

    /** Goes on with the handshake as far as it goes without waiting, and gives what it waits for then; null at its end. */
    @Nullable Async<?> handshake() throws IOException {
        try {
            return shakeHands();
        } catch (IOException e) {
            fail(e);
            throw named(e);
        }
    }

    private @Nullable Async<?> shakeHands() throws IOException {
        while (true) {
            switch (engine.getHandshakeStatus()) {
                case NEED_TASK -> {
                    return Async.<@Nullable Object, RuntimeException>toThread(this::runTasks);
                }
                case NEED_WRAP -> {
                    if (!writer.flush()) {
                        return signal(false, true);
                    }
                    checkGoesOn(writer.seal());
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    boolean sent = writer.flush();
                    if (reader.isStarved()) {
                        int count = reader.receive();
                        if (count < 0) {
                            throw new SSLHandshakeException("the other side closed the connection");
                        }
                        if (count == 0) {
                            return signal(true, !sent);
                        }
                    }
                    checkGoesOn(reader.open());
                }
                default -> {
                    writer.flush();
                    establish();
                    return null;
                }
            }
        }
    }

    private static void checkGoesOn(SSLEngineResult result) throws SSLException {
        if (result.getStatus() == Status.CLOSED) {
            throw new SSLHandshakeException("the other side gave up");
        }
    }

    private @Nullable Void runTasks() {
        for (Runnable task = engine.getDelegatedTask(); task != null; task = engine.getDelegatedTask()) {
            task.run();
        }
        return null;
    }

    private Async<?> signal(boolean reads, boolean writes) {
        signalled = false;
        below.watchReads(reads);
        below.watchWrites(writes);
        return new Waiting(core, "the TLS handshake", below, line, this::isSignalled, () -> {});
    }

    private boolean isSignalled() throws IOException {
        if (!below.isOpen()) {
            throw new AsynchronousCloseException();
        }
        return signalled;
    }

    private void establish() {
        established = true;
        isTls13 = "TLSv1.3".equals(engine.getSession().getProtocol());
        watch();
    }

    private IOException named(IOException raised) {
        String strange = reader.strangeBeginning();
        String message = "the TLS handshake over " + below + " failed: " + raised.getMessage()
                + (strange == null
                        ? ""
                        : " – the other side does not speak TLS here, it began with \"" + strange + "\"");
        SSLHandshakeException named = new SSLHandshakeException(message);
        named.initCause(raised);
        return named;
    }

    /** What was agreed on; null before the end of the handshake. */
    @Nullable TlsSession session() {
        if (!established) {
            return null;
        }
        String chosen = engine.getApplicationProtocol();
        return new TlsSession(chosen == null || chosen.isEmpty() ? null : chosen, engine.getSession());
    }

    // ---- reading

    @Override
    public int read(ByteBuffer into) throws IOException {
        if (!established) {
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
        if (!established) {
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
        if (!established) {
            goOnShaking();
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
        if (!established) {
            goOnShaking();
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

    private void goOnShaking() {
        below.watchReads(false);
        below.watchWrites(false);
        signalled = true;
        line.check();
    }

    private void goOnFinishing() {
        User told = user;
        if (patience != null && told != null && below.isOpen()) {
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
        if (!established || !below.isOpen()) {
            return;
        }
        boolean needsBytes = !isAtEnd && failure == null && !owesAnswer && reader.isStarved() && !reader.hasOpened();
        below.watchReads(needsBytes && (wantsReads || patience != null));
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
        return established && sayGoodbye();
    }

    /** Sends what was left to be sent, and that no more comes; false if the link below has no room for it yet. */
    private boolean sayGoodbye() throws IOException {
        saidGoodbye = true;
        engine.closeOutbound();
        boolean said = writer.flush();
        while (said && !engine.isOutboundDone()) {
            SSLEngineResult result = writer.seal();
            said = writer.flush();
            if (result.bytesProduced() == 0) {
                break;
            }
        }
        watch();
        return said;
    }

    @Override
    public boolean finish() {
        if (!established || failure != null || unsendable != null || !below.isOpen()) {
            return true;
        }
        if (patience == null) {
            patience = loop.callLater(shutdownTimeout, this::losePatience);
        }
        try {
            return outOfPatience || sayGoodbye() && discardRest();
        } catch (IOException e) {
            isUnsendable(e);
            return true;
        }
    }

    /** Reads on until the other side has said goodbye, too: closed before, the system would reset what it has not read yet. */
    private boolean discardRest() throws IOException {
        while (!isAtEnd && discarded <= MOST_DISCARDED) {
            int count = read(core.scratch().clear());
            if (count == 0) {
                return false;
            }
            discarded += Math.max(count, 0);
        }
        return true;
    }

    private void losePatience() {
        outOfPatience = true;
        writer.letGo();
        goOnFinishing();
    }

    private void fail(IOException raised) {
        failure = raised;
        if (!(raised instanceof SSLException) || raised instanceof TlsTruncatedException) {
            return;
        }
        try {
            if (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP && writer.flush()) {
                writer.seal();
                writer.flush();
            }
        } catch (IOException unsent) {
            raised.addSuppressed(unsent);
        }
    }

    @Override
    public void close() throws IOException {
        if (patience != null) {
            patience.cancel();
        }
        reader.letGo();
        writer.letGo();
        try {
            below.close();
        } finally {
            line.check();
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
