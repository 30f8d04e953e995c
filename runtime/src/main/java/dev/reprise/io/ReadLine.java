package dev.reprise.io;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The read of a line. */
final class ReadLine extends Reading<@Nullable String> {

    /** Bytes that a line may have, its end included, if nobody says otherwise. */
    static final int LIMIT = 64 * 1024;

    private static final byte NEWLINE = '\n';
    private static final byte RETURN = '\r';

    private final Charset charset;
    private final int limit;

    /** Bytes that are known to hold no line end. */
    private int searched;

    ReadLine(Input input, Charset charset, int limit) {
        super(input);
        check(charset, limit);
        this.charset = charset;
        this.limit = limit;
    }

    /** Makes sure that lines can be read so. */
    static void check(Charset charset, int limit) {
        if (!charset.equals(StandardCharsets.UTF_8) && "\n".getBytes(charset).length != 1) {
            throw new IllegalArgumentException("a line end of " + charset
                    + " is more than one byte: use readUntil(\"\\n\".getBytes(charset), limit)");
        }
        if (limit < 1) {
            throw new IllegalArgumentException(
                    "a line of at most " + limit + " bytes, its end included: 1 or more is needed");
        }
    }

    @Override
    boolean isSatisfied() {
        ByteQueue received = input.received;
        if (received.countThrough(NEWLINE, searched) >= 0) {
            return true;
        }
        searched = received.size();
        return input.isAtEnd() || searched >= limit;
    }

    @Override
    @Nullable String take() throws IOException {
        ByteQueue received = input.received;
        int length = received.countThrough(NEWLINE, searched);
        if (length > limit || length < 0 && received.size() >= limit) {
            received.drop(length < 0 ? received.size() : length);
            throw new LineTooLongException(limit);
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
