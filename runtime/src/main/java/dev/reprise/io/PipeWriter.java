package dev.reprise.io;

import dev.reprise.Async;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A blocking stream of the JDK, written to by coroutines. {@link Pipes} makes one, and {@link ChildProcess} has one. */
public final class PipeWriter implements ByteWriter {

    private final Wire wire;

    PipeWriter(Wire wire) {
        this.wire = wire;
    }

    @Override
    public void write(ByteBuffer bytes) {
        wire.output.write(bytes, "PipeWriter.write()");
    }

    @Override
    public Async<@Nullable Void> drain() throws IOException {
        return wire.output.drain();
    }

    @Override
    public Async<@Nullable Void> flush() throws IOException {
        return wire.output.flush();
    }

    @Override
    public void waterMarks(int low, int high) {
        wire.output.marks(low, high);
    }

    @Override
    public void closeOutput() {
        wire.output.end();
    }

    void abort() {
        wire.abort("PipeWriter.abort()");
    }

    @Override
    public String toString() {
        return "PipeWriter (" + wire + ")";
    }
}
