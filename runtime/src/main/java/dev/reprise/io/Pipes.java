package dev.reprise.io;

import dev.reprise.EventLoop;
import dev.reprise.loop.LoopCore;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Blocking streams of the JDK as streams for coroutines. Each has a daemon thread of its own that blocks instead of the loop,
 * one read ahead at most.
 */
public final class Pipes {

    private static final Object LOCK = new Object();

    /** Guarded by {@link #LOCK}; what a program has read too much is there for the next one. */
    private static BlockingSource standardInput = new BlockingSource(InputStream.nullInputStream(), "nothing");

    /** Guarded by {@link #LOCK}: of which that is. */
    private static InputStream standardStream = InputStream.nullInputStream();

    private Pipes() {}

    /**
     * Standard input: {@code for (var line : await(Pipes.standardInput().lines()))}. A coroutine that is cancelled in a read has
     * taken nothing: what is typed afterwards is given to the next read, also to that of another loop.
     *
     * @throws IllegalStateException outside of a running loop
     */
    public static ByteReader standardInput() {
        synchronized (LOCK) {
            if (standardStream != System.in) {
                standardStream = System.in;
                standardInput = new BlockingSource(standardStream, "standard input");
            }
            return reader(standardInput);
        }
    }

    /**
     * A stream that blocks. It belongs to the reader, and is not closed by it.
     *
     * @throws IllegalStateException outside of a running loop
     */
    public static ByteReader reader(InputStream in) {
        return reader(new BlockingSource(in, in.toString()));
    }

    static PipeReader reader(BlockingSource source) {
        return new PipeReader(new Wire(LoopCore.running(), new SourceLink(EventLoop.current(), source)));
    }

    /**
     * A stream that blocks. It belongs to the writer, whose {@link ByteWriter#closeOutput()} closes it.
     *
     * @throws IllegalStateException outside of a running loop
     */
    public static ByteWriter writer(OutputStream out) {
        return writer(out, out.toString());
    }

    static PipeWriter writer(OutputStream out, String name) {
        return new PipeWriter(new Wire(LoopCore.running(), new SinkLink(EventLoop.current(), out, name)));
    }
}
