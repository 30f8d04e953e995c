package dev.reprise.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes on their way, first in first out, in one array that grows and is let go of when it is empty. */
final class ByteQueue {

    private static final byte[] NONE = {};
    private static final int LEAST = 256;

    private byte[] data = NONE;

    /** {@link #data} for the link; null before it has been asked for. */
    private @Nullable ByteBuffer view;

    private int start;
    private int end;

    int size() {
        return end - start;
    }

    boolean isEmpty() {
        return start == end;
    }

    /** Takes in what is left in {@code from}. */
    void add(ByteBuffer from) {
        int count = from.remaining();
        makeRoom(count);
        from.get(data, end, count);
        end += count;
    }

    /** Writes as much as the link takes. */
    void writeTo(ByteLink link) throws IOException {
        while (start < end) {
            ByteBuffer shown = view == null ? ByteBuffer.wrap(data) : view;
            view = shown;
            int count = link.write(shown.limit(end).position(start));
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

    /** As {@link #countThrough(byte, int)}, for several bytes in a row. */
    int countThrough(byte[] wanted, int skipped) {
        for (int i = start + skipped; i <= end - wanted.length; i++) {
            if (Arrays.equals(data, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i - start + wanted.length;
            }
        }
        return -1;
    }

    byte at(int index) {
        return data[start + index];
    }

    /** Gives out bytes; if they are all there are, without a copy if possible. */
    byte[] take(int count) {
        if (start == 0 && count == data.length) {
            byte[] all = data;
            drop(count);
            return all;
        }
        byte[] taken = Arrays.copyOfRange(data, start, start + count);
        drop(count);
        return taken;
    }

    /**
     * Gives out as many bytes as there is room for.
     *
     * @return how many
     */
    int takeInto(ByteBuffer into) {
        int count = Math.min(size(), into.remaining());
        into.put(data, start, count);
        drop(count);
        return count;
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
            byte[] larger = new byte[capacityFor(Math.addExact(size, count))];
            System.arraycopy(data, start, larger, 0, size);
            data = larger;
            view = null;
        }
        start = 0;
        end = size;
    }

    /** The first bytes get as much room as they need: mostly they are taken before others come. */
    private int capacityFor(int needed) {
        if (data.length == 0) {
            return needed;
        }
        int doubled = (int) Math.min(data.length * 2L, Integer.MAX_VALUE - 8);
        return Math.max(Math.max(LEAST, doubled), needed);
    }

    private void letGoIfEmpty() {
        if (start == end) {
            start = 0;
            end = 0;
            data = NONE;
            view = null;
        }
    }
}
