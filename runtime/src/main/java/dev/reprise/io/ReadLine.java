package dev.reprise.io;

import java.io.IOException;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/** The read of a line. */
final class ReadLine extends Reading<@Nullable String> {

    /** Bytes that a line may have, its end included. */
    static final int LIMIT = 64 * 1024;

    private static final byte NEWLINE = '\n';
    private static final byte RETURN = '\r';

    private final Charset charset;

    /** Bytes that are known to hold no line end. */
    private int searched;

    ReadLine(Wire wire, Charset charset) {
        super(wire);
        this.charset = charset;
    }

    @Override
    boolean isSatisfied() {
        ByteQueue received = wire.received;
        if (received.countThrough(NEWLINE, searched) >= 0) {
            return true;
        }
        searched = received.size();
        return wire.isAtEnd() || searched >= LIMIT;
    }

    @Override
    @Nullable String take() throws IOException {
        ByteQueue received = wire.received;
        int length = received.countThrough(NEWLINE, searched);
        if (length > LIMIT || length < 0 && received.size() >= LIMIT) {
            received.drop(length < 0 ? received.size() : length);
            throw new LineTooLongException(LIMIT);
        }
        if (length < 0) {
            return received.isEmpty() ? null : new String(received.take(received.size()), charset);
        }
        int text = length - 1;
        if (text > 0 && received.at(text - 1) == RETURN) {
            text--;
        }
        String line = new String(received.take(text), charset);
        received.drop(length - text);
        return line;
    }
}
