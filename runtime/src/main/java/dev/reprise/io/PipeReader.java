package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.AsyncIterable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** A blocking stream of the JDK, read by coroutines. {@link Pipes} makes one, and {@link ChildProcess} has two. */
public final class PipeReader implements ByteReader {

    private final Wire wire;

    PipeReader(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Async<byte[]> read(int most) throws IOException {
        return new ReadSome(wire.input, most);
    }

    @Override
    public Async<Integer> read(ByteBuffer into) throws IOException {
        return new ReadInto(wire.input, into);
    }

    @Override
    public Async<byte[]> readExactly(int count) throws IOException {
        return new ReadExactly(wire.input, count);
    }

    @Override
    public Async<byte[]> readUntil(byte[] delimiter, int limit) throws IOException {
        return new ReadUntil(wire.input, delimiter, limit);
    }

    @Override
    public Async<byte[]> readAll(int limit) throws IOException {
        return new ReadAll(wire.input, limit);
    }

    @Override
    public Async<@Nullable String> readLine(Charset charset, int limit) throws IOException {
        return new ReadLine(wire.input, charset, limit);
    }

    @Override
    public AsyncIterable<String> lines(Charset charset, int limit) {
        return Elements.lines(wire.input, charset, limit);
    }

    @Override
    public AsyncIterable<byte[]> chunks(int most) {
        return Elements.chunks(wire.input, most);
    }

    @Override
    public boolean isAtEnd() {
        return wire.input.isAtEnd() && wire.input.received.isEmpty();
    }

    /** Closes the stream, on its own thread and after the read that is under way there. A coroutine that reads fails at once. */
    void abort() {
        wire.abort("PipeReader.abort()");
    }

    @Override
    public String toString() {
        return "PipeReader (" + wire + ")";
    }
}
