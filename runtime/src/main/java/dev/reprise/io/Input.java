package dev.reprise.io;

import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The bytes that come in through a link. It reads only while somebody waits for bytes, so a slow reader is felt by the
 * peer and memory stays bounded.
 */
final class Input {

    final ByteQueue received = new ByteQueue();

    private final LoopCore core;
    private ByteLink link;

    /** Who reads, from the await to the step in which the coroutine goes on; at most one. */
    private @Nullable Reading<?> reading;

    private boolean atEnd;

    /** What reading failed with; whoever asks later hears it, too, instead of an end that was none. */
    private @Nullable IOException failure;

    Input(LoopCore core, ByteLink link) {
        this.core = core;
        this.link = link;
    }

    /** Goes on over another link. */
    void over(ByteLink other) {
        link = other;
    }

    void check(String operation) {
        core.checkRunning(operation);
    }

    /** Whether the other side has sent its last byte and it has been received. */
    boolean isAtEnd() {
        return atEnd;
    }

    @Nullable IOException failure() {
        return failure;
    }

    /** Makes sure that a read may begin. */
    void checkReadable() throws IOException {
        if (reading != null) {
            throw new IllegalStateException(
                    "two coroutines read from one stream: their bytes would be mixed up; read in one place");
        }
        if (!link.isOpen()) {
            throw Closed.before("a read", link);
        }
    }

    /** Receives for {@code reader} until it is satisfied. */
    void begin(Reading<?> reader) {
        reading = reader;
        link.watchReads(true);
    }

    /** Somebody else may read. */
    void end() {
        reading = null;
        link.watchReads(false);
    }

    void readable() {
        link.watchReads(false);
        Reading<?> reader = reading;
        if (reader != null) {
            reader.wake(null);
        }
    }

    /** Receives once for the reader, and says whether that was enough; if so, somebody else may read. */
    boolean receiveFor(Reading<?> reader) throws IOException {
        boolean goesOn = false;
        try {
            if (!link.isOpen()) {
                throw Closed.during("a read", link);
            }
            if (reader.receive() < 0) {
                atEnd = true;
            }
            goesOn = !reader.isSatisfied();
        } catch (IOException raised) {
            failure = raised;
            throw raised;
        } finally {
            if (!goesOn) {
                end();
            }
        }
        return !goesOn;
    }

    /**
     * Reads once.
     *
     * @return as {@link ByteLink#read}
     */
    int receive() throws IOException {
        ByteBuffer scratch = core.scratch();
        scratch.clear();
        int count = link.read(scratch);
        if (count > 0) {
            received.add(scratch.flip());
        }
        return count;
    }

    /** Reads once, past the queue. */
    int receive(ByteBuffer into) throws IOException {
        return link.read(into);
    }

    /** The link was closed. */
    void closed() {
        Reading<?> reader = reading;
        if (reader != null) {
            reader.wake(Closed.during("a read", link));
        }
    }

    @Override
    public String toString() {
        return link.toString();
    }
}
