package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A link with the bytes on their way in and out of it, and how it ends.
 *
 * <p>Loop's thread.
 */
final class Wire implements ByteLink.User {

    final Input input;
    final Output output;

    private final LoopCore core;
    private ByteLink link;
    private final Waiting.Line line = new Waiting.Line();
    private @Nullable Runnable onClosed;
    private boolean closing;
    private @Nullable IOException failure;

    Wire(LoopCore core, ByteLink link) {
        this.core = core;
        this.link = link;
        this.input = new Input(core, link);
        this.output = new Output(core, link);
        link.user(this);
    }

    LoopCore core() {
        return core;
    }

    ByteLink link() {
        return link;
    }

    /** Goes on over another link, which goes over the one before. */
    void over(ByteLink other) {
        link = other;
        input.over(other);
        output.over(other);
        other.user(this);
    }

    /** Says what is done when the link has been closed. */
    void onClosed(Runnable done) {
        onClosed = done;
    }

    @Override
    public void readable() {
        input.readable();
    }

    @Override
    public void writable() {
        output.writable();
        closeIfSent();
    }

    void close(String operation) {
        core.checkRunning(operation);
        startClosing();
    }

    private void startClosing() {
        closing = true;
        output.close();
        closeIfSent();
    }

    private void closeIfSent() {
        if (closing && link.isOpen() && output.isEmpty() && link.finish()) {
            closeLink();
        }
    }

    void abort(String operation) {
        core.checkRunning(operation);
        closeLink();
    }

    private void closeLink() {
        closing = true;
        if (!link.isOpen()) {
            return;
        }
        try {
            link.close();
        } catch (IOException raised) {
            failure = raised;
        }
        input.closed();
        output.closed();
        line.check();
        Runnable told = onClosed;
        if (told != null) {
            told.run();
        }
    }

    /** Nobody else writes to the link any more: sends what was kept back. */
    void release() {
        output.release();
        closeIfSent();
    }

    /** Closes when everything has been sent, and waits for that; cancelled, it closes at once. */
    Async<@Nullable Void> closing(String operation) {
        return new Waiting(core, operation, link, line, this::isClosed, this::closeLink);
    }

    private boolean isClosed() throws IOException {
        if (link.isOpen() && !closing) {
            startClosing();
        }
        if (failure != null) {
            throw failure;
        }
        IOException lost = output.takeLoss();
        if (lost != null) {
            throw lost;
        }
        return !link.isOpen();
    }

    /** Whether the link is open. */
    boolean isOpen() {
        return link.isOpen();
    }

    @Override
    public String toString() {
        return link.toString();
    }
}
