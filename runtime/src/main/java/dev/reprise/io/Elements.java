package dev.reprise.io;

import dev.reprise.AsyncIterable;
import dev.reprise.AsyncIterator;
import dev.reprise.Awaitable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a stream gives piece by piece, each read when it is asked for. */
final class Elements<T> implements AsyncIterator<T> {

    private final Input input;
    private final Supplier<? extends Reading<? extends @Nullable T>> reads;
    private final Predicate<T> isEnd;
    private @Nullable T element;

    /**
     * @param reads makes the read of the next piece
     * @param isEnd whether a piece means that the stream has ended; null means it anyway
     */
    private Elements(Input input, Supplier<? extends Reading<? extends @Nullable T>> reads, Predicate<T> isEnd) {
        this.input = input;
        this.reads = reads;
        this.isEnd = isEnd;
    }

    static AsyncIterable<String> lines(Input input, Charset charset, int limit) {
        ReadLine.check(charset, limit);
        return () -> new Elements<>(input, () -> new ReadLine(input, charset, limit), line -> false);
    }

    static AsyncIterable<byte[]> chunks(Input input, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("chunks(" + most + "): a piece has at least 1 byte");
        }
        return () -> new Elements<byte[]>(input, () -> new ReadSome(input, most), piece -> piece.length == 0);
    }

    @Override
    public Awaitable<Boolean> advance() {
        return new Next(reads.get());
    }

    @Override
    public T current() {
        T read = element;
        if (read == null) {
            throw new NoSuchElementException("the stream has ended");
        }
        return read;
    }

    private final class Next extends Reading<Boolean> {

        private final Reading<? extends @Nullable T> piece;

        Next(Reading<? extends @Nullable T> piece) {
            super(Elements.this.input);
            this.piece = piece;
        }

        @Override
        boolean isSatisfied() {
            return piece.isSatisfied();
        }

        @Override
        Boolean take() throws IOException {
            T read = piece.take();
            element = read == null || isEnd.test(read) ? null : read;
            return element != null;
        }
    }
}
