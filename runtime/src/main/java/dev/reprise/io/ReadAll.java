package dev.reprise.io;

import java.io.IOException;

/** The read of everything up to the end of the stream. */
final class ReadAll extends Reading<byte[]> {

    private final int limit;

    ReadAll(Input input, int limit) {
        super(input);
        if (limit < 0) {
            throw new IllegalArgumentException("readAll(" + limit + "): the limit must not be negative");
        }
        this.limit = limit;
    }

    @Override
    boolean isSatisfied() {
        return input.isAtEnd() || input.received.size() > limit;
    }

    @Override
    byte[] take() throws IOException {
        if (input.received.size() > limit) {
            throw new LimitExceededException(
                    "no end of the stream within " + limit + " bytes; they are still to be read", limit);
        }
        return input.received.take(input.received.size());
    }
}
