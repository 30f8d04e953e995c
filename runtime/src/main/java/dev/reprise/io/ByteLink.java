package dev.reprise.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * A stream of bytes in both directions that never blocks: a socket, the pipe of a process, or something that turns the
 * bytes of another link into bytes of its own.
 *
 * <p>Loop's thread.
 */
interface ByteLink {

    /** Whoever uses a link. Called by the loop, possibly from inside its selector: runs no code of the user. */
    interface User {

        /** A read would give something, an end or a failure among it. Maybe not: a read may still give 0. */
        void readable();

        /** A write would take something, or fail. Maybe not: a write may still take 0. */
        void writable();
    }

    /** Says who is told from here on. */
    void user(User user);

    /**
     * Reads what is there, as far as there is room.
     *
     * @return how many bytes, 0 if none are there yet, -1 after the last one
     */
    int read(ByteBuffer into) throws IOException;

    /**
     * Writes what the other side takes at the moment.
     *
     * @return how many bytes, 0 if none
     */
    int write(ByteBuffer from) throws IOException;

    /**
     * Passes on what {@link #write} has taken and the link still keeps itself.
     *
     * @return false if it has to be called again when the link is writable
     */
    default boolean flush() throws IOException {
        return true;
    }

    /** Whether {@link User#readable} is to be called. */
    void watchReads(boolean wanted);

    /** Whether {@link User#writable} is to be called. */
    void watchWrites(boolean wanted);

    /**
     * Tells the other side that no more bytes come.
     *
     * @return false if it has to be called again when the link is writable
     */
    boolean closeOutput() throws IOException;

    /**
     * Takes leave of the other side, before a {@link #close} that is in no hurry. Everything has been sent.
     *
     * @return false if it has to be called again when the link is writable; it says so then, whether asked to or not
     */
    default boolean finish() {
        return true;
    }

    /** Closes both directions at once. Closing it again does nothing. */
    void close() throws IOException;

    boolean isOpen();

    /** What it is, for messages. */
    @Override
    String toString();
}
