package dev.reprise.io;

import dev.reprise.frame.Context;
import java.io.IOException;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine that sends a part of a file and has the output for itself meanwhile, in the form the compiler would give it:
 *
 * <pre>{@code
 * while (output.pending() > 0) { await(output.flush()); }
 * output.hold();
 * try { sendAll(); } catch (Throwable t) { wire.abort(); throw t; }
 * wire.release();
 * return sent;
 * }</pre>
 */
abstract class Transfer extends Routine<Long> {

    private static final int FLUSHED = 1;

    /** Where {@link #sendAll} has waited for room in the link. */
    static final int WRITABLE = 2;

    /** Where {@link #sendAll} has waited for a worker. */
    static final int WORKED = 3;

    final Wire wire;
    final FileChannel file;
    private final long position;
    private final long count;
    private long sent;

    Transfer(Wire wire, FileChannel file, long position, long count) {
        this.wire = wire;
        this.file = file;
        this.position = position;
        this.count = count;
    }

    /**
     * Sends the rest of the part; suspends at {@link #WRITABLE} and {@link #WORKED}.
     *
     * @param point where it goes on, something else at the beginning
     * @return nothing of interest
     */
    abstract @Nullable Object sendAll(Context context, int point) throws IOException;

    /** Where in the file the next byte is. */
    final long next() {
        return position + sent;
    }

    /** How many bytes are still to be sent. */
    final long left() {
        return count - sent;
    }

    final void sent(long bytes) {
        sent += bytes;
    }

    @Override
    protected final @Nullable Object resume(Context context) throws IOException {
        int point = label;
        label = RUNNING;
        if (point == CREATED) {
            wire.output.checkNotHeld();
        }
        if (point == FLUSHED) {
            context.take();
        }
        if (point == CREATED || point == FLUSHED) {
            // who was woken first has perhaps written again
            while (wire.output.pending() > 0) {
                wire.output.flush().awaitIn(context);
                if (context.suspended()) {
                    return suspend(context, FLUSHED);
                }
            }
            wire.output.hold();
        }
        try {
            sendAll(context, point);
        } catch (Throwable raised) {
            wire.abort("Connection.transferFrom()");
            throw raised;
        }
        if (context.suspended()) {
            return null;
        }
        wire.release();
        return sent;
    }

    @Override
    protected final String points() {
        return "dev.reprise.io.Connection|transferFrom|Connection.java|-1|-1,-1,-1";
    }
}
