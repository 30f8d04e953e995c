package dev.reprise.io;

import dev.reprise.EventLoop;
import dev.reprise.frame.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import org.jspecify.annotations.Nullable;

/**
 * The coroutine that copies a file into a link of which the system knows nothing, in the form the compiler would give it:
 *
 * <pre>{@code
 * while (sent < count) {
 *     int step = await(toThread(() -> file.read(buffer, position + sent)));
 *     if (step < 0) { break; }
 *     output.write(buffer);
 *     await(output.drain());
 *     sent += step;
 * }
 * return sent;
 * }</pre>
 */
final class CopyFile extends Routine<Long> {

    private static final int READ = 1;
    private static final int DRAINED = 2;

    private static final int PIECE = 64 * 1024;

    private final Output output;
    private final FileChannel file;
    private final long position;
    private final long count;
    private final ByteBuffer buffer = ByteBuffer.allocate(PIECE);
    private long sent;

    CopyFile(Output output, FileChannel file, long position, long count) {
        this.output = output;
        this.file = file;
        this.position = position;
        this.count = count;
    }

    @Override
    protected @Nullable Object resume(Context context) throws IOException {
        int point = label;
        label = RUNNING;
        boolean isMore = true;
        if (point == READ) {
            isMore = write(context.take());
            if (isMore) {
                output.drain().awaitIn(context);
                if (context.suspended) {
                    return suspend(context, DRAINED);
                }
            }
        } else if (point == DRAINED) {
            context.take();
        }
        if (!isMore || sent == count) {
            return sent;
        }
        buffer.clear().limit((int) Math.min(PIECE, count - sent));
        EventLoop.current()
                .runInExecutor(() -> file.read(buffer, position + sent))
                .awaitIn(context);
        return suspend(context, READ);
    }

    private boolean write(@Nullable Object read) {
        if (!(read instanceof Integer bytes) || bytes < 0) {
            return false;
        }
        sent += bytes;
        output.write(buffer.flip(), "Connection.transferFrom()");
        return true;
    }

    @Override
    protected String points() {
        return "dev.reprise.io.Connection|transferFrom|Connection.java|-1|-1,-1";
    }
}
