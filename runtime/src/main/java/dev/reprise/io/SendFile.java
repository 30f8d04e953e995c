package dev.reprise.io;

import dev.reprise.EventLoop;
import dev.reprise.frame.Context;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import org.jspecify.annotations.Nullable;

/**
 * The transfer in which the system copies a file into a socket:
 *
 * <pre>{@code
 * while (left() > 0) {
 *     long step = await(toThread(() -> file.transferTo(…)));
 *     if (step < 0) { break; }
 *     if (step == 0) { await(output.untilWritable()); }
 *     sent(step);
 * }
 * }</pre>
 */
final class SendFile extends Transfer {

    /** How long a worker is busy at most, in bytes. */
    private static final long STEP = 8 * 1024 * 1024;

    private final SocketChannel socket;

    SendFile(Wire wire, SocketChannel socket, FileChannel file, long position, long count) {
        super(wire, file, position, count);
        this.socket = socket;
    }

    @Override
    @Nullable Object sendAll(Context context, int point) throws IOException {
        if (point == WRITABLE) {
            context.take();
        } else if (point == WORKED) {
            long step = context.take() instanceof Long bytes ? bytes : -1;
            if (step < 0) {
                return null;
            }
            sent(step);
            if (step == 0) {
                wire.output.untilWritable().awaitIn(context);
                if (context.suspended()) {
                    return suspend(context, WRITABLE);
                }
            }
        }
        if (left() == 0) {
            return null;
        }
        EventLoop.current().runInExecutor(this::step).awaitIn(context);
        return suspend(context, WORKED);
    }

    /** On a worker thread: -1 at the end of the file, 0 if the socket takes nothing. */
    private Long step() throws IOException {
        long step = file.transferTo(next(), Math.min(left(), STEP), socket);
        return step == 0 && next() >= file.size() ? -1 : step;
    }
}
