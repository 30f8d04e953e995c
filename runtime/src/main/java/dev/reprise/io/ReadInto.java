package dev.reprise.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/** The read of whatever is there into a buffer, without a copy if it comes from the link. */
final class ReadInto extends Reading<Integer> {

    private final ByteBuffer into;
    private int count;

    ReadInto(Input input, ByteBuffer into) {
        super(input);
        if (into.isReadOnly()) {
            throw new IllegalArgumentException("cannot read into a buffer that is read-only");
        }
        this.into = into;
    }

    @Override
    boolean isSatisfied() {
        return count > 0 || !into.hasRemaining() || !input.received.isEmpty() || input.isAtEnd();
    }

    @Override
    int receive() throws IOException {
        int read = input.receive(into);
        count = Math.max(read, 0);
        return read;
    }

    @Override
    Integer take() {
        if (count == 0) {
            count = input.received.takeInto(into);
        }
        return count == 0 && into.hasRemaining() ? -1 : count;
    }
}
