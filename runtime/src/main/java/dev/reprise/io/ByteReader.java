package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.AsyncIterable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A stream of bytes that a coroutine reads: one side of a {@link Connection}, or the pipe of a {@link ChildProcess}.
 *
 * <p>It takes bytes from the other side only while somebody waits for them, 64 KiB at a time, so one that sends faster than
 * the program reads is slowed down, and no more is kept than a read asks for, and those.
 *
 * <p>One coroutine at a time may read; a second one is an {@link IllegalStateException}. A read that is cancelled has taken
 * no bytes. Every read fails with {@link IOException} if the stream fails, or if it is closed meanwhile.
 *
 * <p>Used on the thread of its loop.
 */
public sealed interface ByteReader permits Connection, PipeReader {

    /** Bytes that a line may have, its end included, if nobody says otherwise. */
    int LINE_LIMIT = ReadLine.LIMIT;

    /**
     * Reads what is there, and waits only if nothing is. At the end of the stream the value is empty.
     *
     * @param most bytes to read at most, not negative
     */
    Async<byte[]> read(int most) throws IOException;

    /**
     * Reads what is there into a buffer, as far as it has room, and waits only if nothing is. The value is how many bytes
     * that were, -1 at the end of the stream. Until it has ended, nobody else uses the buffer.
     */
    Async<Integer> read(ByteBuffer into) throws IOException;

    /**
     * Reads {@code count} bytes, and waits until they are there. Fails with {@link IncompleteReadException}, which has those
     * that came, if the stream ends before.
     *
     * @param count not negative; so much is kept in memory
     */
    Async<byte[]> readExactly(int count) throws IOException;

    /**
     * Reads up to a delimiter, which is part of the value. Fails with {@link IncompleteReadException}, which has the bytes that
     * came, if the stream ends before; and with {@link LimitExceededException} if there is no delimiter within {@code limit}
     * bytes: they stay and can be read.
     *
     * @param delimiter at least one byte
     * @param limit bytes that the value may have
     */
    Async<byte[]> readUntil(byte[] delimiter, int limit) throws IOException;

    /**
     * Reads up to the end of the stream. Fails with {@link LimitExceededException} if that is not within {@code limit} bytes: they
     * stay and can be read.
     *
     * @param limit bytes that the value may have
     */
    Async<byte[]> readAll(int limit) throws IOException;

    /** Reads a line of UTF-8; see {@link #readLine(Charset, int)}. */
    default Async<@Nullable String> readLine() throws IOException {
        return readLine(StandardCharsets.UTF_8, LINE_LIMIT);
    }

    /** Reads a line; see {@link #readLine(Charset, int)}. */
    default Async<@Nullable String> readLine(Charset charset) throws IOException {
        return readLine(charset, LINE_LIMIT);
    }

    /**
     * Reads a line. Its end, {@code \n} or {@code \r\n}, is not part of the value; a last line without an end is given as
     * it is. At the end of the stream the value is null.
     *
     * <p>Fails with {@link LineTooLongException} if there is no line end within {@code limit} bytes.
     *
     * @param charset one in which a line end is a single byte; UTF-16 is none
     * @param limit bytes that a line may have, its end included; 64 KiB where there is no such parameter
     */
    Async<@Nullable String> readLine(Charset charset, int limit) throws IOException;

    /** The lines of UTF-8 that are left; see {@link #lines(Charset, int)}. */
    default AsyncIterable<String> lines() {
        return lines(StandardCharsets.UTF_8, LINE_LIMIT);
    }

    /**
     * The lines that are left, each as {@link #readLine(Charset, int)} gives it, for {@code for (var line :
     * await(connection.lines()))}. The loop ends with the stream and raises what {@code readLine} fails with; it does not
     * close the stream.
     */
    AsyncIterable<String> lines(Charset charset, int limit);

    /**
     * The bytes that are left, in pieces as they come, none of which is empty. The loop ends with the stream and raises what
     * {@code read} fails with; it does not close the stream.
     *
     * @param most bytes of a piece, at least 1
     */
    AsyncIterable<byte[]> chunks(int most);

    /** Whether the end of the stream has been received and everything before it has been read. */
    boolean isAtEnd();
}
