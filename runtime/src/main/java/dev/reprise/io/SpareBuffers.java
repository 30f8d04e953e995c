package dev.reprise.io;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;

/** Buffers for encrypted bytes: a connection has one only while something is in it, then the next one uses it. */
final class SpareBuffers {

    private static final int MOST_KEPT = 16;

    private static final ThreadLocal<ArrayDeque<ByteBuffer>> OF_THREAD = ThreadLocal.withInitial(ArrayDeque::new);

    private SpareBuffers() {}

    /** An empty buffer, ready to be filled, with room for at least so many bytes. */
    static ByteBuffer take(int size) {
        ByteBuffer spare = OF_THREAD.get().poll();
        return spare != null && spare.capacity() >= size ? spare.clear() : ByteBuffer.allocate(size);
    }

    static void giveBack(ByteBuffer buffer) {
        ArrayDeque<ByteBuffer> spares = OF_THREAD.get();
        if (spares.size() < MOST_KEPT) {
            spares.push(buffer);
        }
    }
}
