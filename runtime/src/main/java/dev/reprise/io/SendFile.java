package dev.reprise.io;

import dev.reprise.EventLoop;
import dev.reprise.frame.Context;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine that lets the system copy a file into a socket, in the form the compiler would give it:
 *
 * <pre>{@code
 * while (output.pending() > 0) { await(output.flush()); }
 * output.hold();
 * try {
 *     while (sent < count) {
 *         long step = await(toThread(() -> transfer()));
 *         if (step < 0) { break; }
 *         if (step == 0) { await(output.untilWritable()); }
 *         sent += step;
 *     }
 * } catch (Throwable t) { wire.abort(); throw t; }
 * wire.release();
 * return sent;
 * }</pre>
 */
final class SendFile extends Routine<Long> {

    private static final int FLUSHED = 1;
    private static final int TRANSFERRED = 2;
    private static final int WRITABLE = 3;

    /** How long a worker is busy at most, in bytes. */
    private static final long STEP = 8 * 1024 * 1024;

    private final Wire wire;
    private final SocketChannel socket;
    private final FileChannel file;
    private final long position;
    private final long count;
    private long sent;

    SendFile(Wire wire, SocketChannel socket, FileChannel file, long position, long count) {
        this.wire = wire;
        this.socket = socket;
        this.file = file;
        this.position = position;
        this.count = count;
    }

    @Override
    protected @Nullable Object resume(Context context) throws IOException {
        int point = label;
        label = RUNNING;
        if (point == FLUSHED) {
            context.take();
        }
        if (point == CREATED || point == FLUSHED) {
            // who was woken first has perhaps written again
            while (wire.output.pending() > 0) {
                wire.output.flush().awaitIn(context);
                if (context.suspended) {
                    return suspend(context, FLUSHED);
                }
            }
            wire.output.hold();
        }
        try {
            return transfer(context, point);
        } catch (Throwable raised) {
            wire.abort("Connection.transferFrom()");
            throw raised;
        }
    }

    private @Nullable Object transfer(Context context, int point) throws IOException {
        boolean isMore = true;
        if (point == TRANSFERRED) {
            Object step = context.take();
            isMore = took(step);
            if (isMore && isStuck(step)) {
                wire.output.untilWritable().awaitIn(context);
                if (context.suspended) {
                    return suspend(context, WRITABLE);
                }
            }
        } else if (point == WRITABLE) {
            context.take();
        }
        if (isMore && sent < count) {
            EventLoop.current().runInExecutor(this::step).awaitIn(context);
            return suspend(context, TRANSFERRED);
        }
        wire.release();
        return sent;
    }

    /** On a worker thread: -1 at the end of the file, 0 if the socket takes nothing. */
    private Long step() throws IOException {
        long from = position + sent;
        long step = file.transferTo(from, Math.min(count - sent, STEP), socket);
        return step == 0 && from >= file.size() ? -1 : step;
    }

    private boolean took(@Nullable Object step) {
        if (!(step instanceof Long bytes) || bytes < 0) {
            return false;
        }
        sent += bytes;
        return true;
    }

    private static boolean isStuck(@Nullable Object step) {
        return step instanceof Long bytes && bytes == 0;
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Connection|transferFrom|Connection.java|-1|-1,-1,-1";
    }
}
