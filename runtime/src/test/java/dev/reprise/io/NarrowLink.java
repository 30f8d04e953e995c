package dev.reprise.io;

import java.io.IOException;
import java.nio.ByteBuffer;

/** A link through which only so many bytes go at a time. */
final class NarrowLink implements ByteLink {

    private final ByteLink below;
    private int width;

    NarrowLink(ByteLink below, int width) {
        this.below = below;
        this.width = width;
    }

    /** Puts a narrow link into a connection. */
    static Connection into(Connection connection, int width) {
        connection.wire().over(new NarrowLink(connection.wire().link(), width));
        return connection;
    }

    /** From here on so many bytes go at a time; 0 for none. */
    void width(int other) {
        width = other;
    }

    @Override
    public void user(User user) {
        below.user(user);
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        int limit = into.limit();
        into.limit(Math.min(limit, into.position() + width));
        try {
            return below.read(into);
        } finally {
            into.limit(limit);
        }
    }

    @Override
    public int write(ByteBuffer from) throws IOException {
        int limit = from.limit();
        from.limit(Math.min(limit, from.position() + width));
        try {
            return below.write(from);
        } finally {
            from.limit(limit);
        }
    }

    @Override
    public void watchReads(boolean wanted) {
        below.watchReads(wanted);
    }

    @Override
    public void watchWrites(boolean wanted) {
        below.watchWrites(wanted);
    }

    @Override
    public boolean closeOutput() throws IOException {
        return below.closeOutput();
    }

    @Override
    public void close() throws IOException {
        below.close();
    }

    @Override
    public boolean isOpen() {
        return below.isOpen();
    }

    @Override
    public String toString() {
        return "narrow " + below;
    }
}
