package dev.reprise.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Arrays;

/** Bytes on their way, first in first out, in one array that grows and is let go of when it is empty. */
final class ByteQueue {

    private static final byte[] NONE = {};
    private static final ByteBuffer NO_BUFFER = ByteBuffer.wrap(NONE);
    private static final int CHUNK = 8 * 1024;

    private byte[] data = NONE;

    /** {@link #data} for the channel. */
    private ByteBuffer view = NO_BUFFER;

    private int start;
    private int end;

    int size() {
        return end - start;
    }

    boolean isEmpty() {
        return start == end;
    }

    void add(byte[] bytes, int from, int to) {
        makeRoom(to - from);
        System.arraycopy(bytes, from, data, end, to - from);
        end += to - from;
    }

    /**
     * Reads once.
     *
     * @return as {@link ReadableByteChannel#read}
     */
    int readFrom(ReadableByteChannel channel) throws IOException {
        makeRoom(CHUNK);
        view.limit(data.length).position(end);
        int count = channel.read(view);
        if (count > 0) {
            end += count;
        } else {
            letGoIfEmpty();
        }
        return count;
    }

    /** Writes as much as the channel takes. */
    void writeTo(WritableByteChannel channel) throws IOException {
        while (start < end) {
            view.limit(end).position(start);
            int count = channel.write(view);
            if (count <= 0) {
                return;
            }
            start += count;
        }
        letGoIfEmpty();
    }

    /** Number of bytes up to the first {@code wanted} after {@code skipped} bytes, itself included; -1 if there is none. */
    int countThrough(byte wanted, int skipped) {
        for (int i = start + skipped; i < end; i++) {
            if (data[i] == wanted) {
                return i - start + 1;
            }
        }
        return -1;
    }

    byte at(int index) {
        return data[start + index];
    }

    byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(data, start, start + count);
        drop(count);
        return taken;
    }

    void drop(int count) {
        start += count;
        letGoIfEmpty();
    }

    void clear() {
        drop(size());
    }

    private void makeRoom(int count) {
        if (data.length - end >= count) {
            return;
        }
        int size = size();
        if (data.length - size >= count && start >= size) {
            System.arraycopy(data, start, data, 0, size);
        } else {
            byte[] larger = new byte[Math.max(Math.max(CHUNK, data.length * 2), size + count)];
            System.arraycopy(data, start, larger, 0, size);
            data = larger;
            view = ByteBuffer.wrap(larger);
        }
        start = 0;
        end = size;
    }

    private void letGoIfEmpty() {
        if (start == end) {
            start = 0;
            end = 0;
            data = NONE;
            view = NO_BUFFER;
        }
    }
}
