package dev.reprise.io;

import dev.reprise.AsyncIterator;
import dev.reprise.Awaitable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The lines of a connection, read when they are asked for. */
final class Lines implements AsyncIterator<String> {

    private final Wire wire;
    private @Nullable String line;

    Lines(Wire wire) {
        this.wire = wire;
    }

    @Override
    public Awaitable<Boolean> advance() {
        return new Next();
    }

    @Override
    public String current() {
        if (line == null) {
            throw new NoSuchElementException("the stream has ended");
        }
        return line;
    }

    private final class Next extends Reading<Boolean> {

        private final ReadLine reading = new ReadLine(Lines.this.wire, StandardCharsets.UTF_8);

        Next() {
            super(Lines.this.wire);
        }

        @Override
        boolean isSatisfied() {
            return reading.isSatisfied();
        }

        @Override
        Boolean take() throws IOException {
            line = reading.take();
            return line != null;
        }
    }
}
