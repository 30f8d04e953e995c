package dev.reprise.io;

import java.io.IOException;

/** The read up to a delimiter. */
final class ReadUntil extends Reading<byte[]> {

    private final byte[] delimiter;
    private final int limit;

    /** Bytes after which the delimiter is still to be looked for. */
    private int searched;

    ReadUntil(Input input, byte[] delimiter, int limit) {
        super(input);
        if (delimiter.length == 0) {
            throw new IllegalArgumentException("a delimiter needs at least one byte");
        }
        if (limit < delimiter.length) {
            throw new IllegalArgumentException("readUntil with a delimiter of " + delimiter.length
                    + " bytes and a limit of " + limit + ": the delimiter is within the limit");
        }
        this.delimiter = delimiter.clone();
        this.limit = limit;
    }

    @Override
    boolean isSatisfied() {
        ByteQueue received = input.received;
        if (received.countThrough(delimiter, searched) >= 0) {
            return true;
        }
        searched = Math.max(received.size() - delimiter.length + 1, 0);
        return input.isAtEnd() || received.size() >= limit;
    }

    @Override
    byte[] take() throws IOException {
        ByteQueue received = input.received;
        int length = received.countThrough(delimiter, searched);
        if (length > limit || length < 0 && received.size() >= limit) {
            throw new LimitExceededException(
                    "no delimiter within " + limit + " bytes; they are still to be read", limit);
        }
        if (length < 0) {
            throw new IncompleteReadException(
                    "the stream ended after " + received.size() + " bytes without a delimiter",
                    received.take(received.size()),
                    -1);
        }
        return received.take(length);
    }
}
