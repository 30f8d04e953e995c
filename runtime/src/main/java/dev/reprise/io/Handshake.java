package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.frame.Context;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine in which a TLS link and the other side come to terms, in the form the compiler would give it:
 *
 * <pre>{@code
 * while (true) {
 *     switch (engine.getHandshakeStatus()) {
 *         case NEED_TASK -> await(toThread(task));
 *         case NEED_WRAP -> { while (!writer.flush()) { await(room()); } writer.seal(); }
 *         case NEED_UNWRAP -> { while (reader.isStarved()) { await(bytes()); reader.receive(); } reader.open(); }
 *         default -> { return; }
 *     }
 * }
 * }</pre>
 */
final class Handshake extends Routine<@Nullable Void> {

    private final LoopCore core;
    private final ByteLink below;
    private final SSLEngine engine;
    private final RecordReader reader;
    private final RecordWriter writer;
    private final Runnable whenDone;
    private final Waiting.Line line = new Waiting.Line();

    /** The link below has told of what is waited for. */
    private boolean signalled;

    /**
     * @param engine whose handshake has begun
     * @param whenDone called at its end if it succeeds
     */
    Handshake(
            LoopCore core,
            ByteLink below,
            SSLEngine engine,
            RecordReader reader,
            RecordWriter writer,
            Runnable whenDone) {
        this.core = core;
        this.below = below;
        this.engine = engine;
        this.reader = reader;
        this.writer = writer;
        this.whenDone = whenDone;
    }

    @Override
    protected @Nullable Object resume(Context context) throws IOException {
        if (label != CREATED) {
            context.take();
        }
        label = RUNNING;
        for (Async<?> next = next(); next != null; next = next()) {
            next.awaitIn(context);
            if (context.suspended()) {
                return suspend(context, 1);
            }
        }
        whenDone.run();
        return null;
    }

    /** Goes on as far as it goes without waiting, and gives what it waits for then; null at the end. */
    private @Nullable Async<?> next() throws IOException {
        try {
            return shake();
        } catch (IOException e) {
            if (e instanceof SSLException) {
                writer.alert(e);
            }
            throw named(e);
        }
    }

    private @Nullable Async<?> shake() throws IOException {
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
            throw Closed.during("the TLS handshake", below);
        }
        return signalled;
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

    /** The link below has bytes or room. */
    void signalled() {
        below.watchReads(false);
        below.watchWrites(false);
        signalled = true;
        line.check();
    }

    /** The link below was closed. */
    void closed() {
        line.check();
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Connection|startTls|Connection.java|-1|-1";
    }
}
