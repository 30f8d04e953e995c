package dev.reprise.io;

import dev.reprise.EventLoop;
import dev.reprise.frame.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * The transfer through a link of which the system knows nothing:
 *
 * <pre>{@code
 * while (left() > 0) {
 *     int step = await(toThread(() -> file.read(piece, next())));
 *     if (step < 0) { break; }
 *     sent(step);
 *     while (!output.sendHeld(piece)) { await(output.untilWritable()); }
 * }
 * }</pre>
 */
final class CopyFile extends Transfer {

    private static final int PIECE = 64 * 1024;

    private final ByteBuffer piece = ByteBuffer.allocate(PIECE);

    CopyFile(Wire wire, FileChannel file, long position, long count) {
        super(wire, file, position, count);
    }

    @Override
    @Nullable Object sendAll(Context context, int point) throws IOException {
        if (point == WRITABLE) {
            context.take();
        } else if (point == WORKED) {
            int step = context.take() instanceof Integer bytes ? bytes : -1;
            if (step < 0) {
                return null;
            }
            sent(step);
            piece.flip();
        } else {
            piece.limit(0);
        }
        while (!wire.output.sendHeld(piece)) {
            wire.output.untilWritable().awaitIn(context);
            if (context.suspended()) {
                return suspend(context, WRITABLE);
            }
        }
        if (left() == 0) {
            return null;
        }
        piece.clear().limit((int) Math.min(PIECE, left()));
        EventLoop.current().runInExecutor(() -> file.read(piece, next())).awaitIn(context);
        return suspend(context, WORKED);
    }
}
