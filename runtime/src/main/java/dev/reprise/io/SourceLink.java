package dev.reprise.io;

import dev.reprise.EventLoop;
import dev.reprise.UnhandledFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** A blocking stream of which a loop reads; nothing is written. */
final class SourceLink implements ByteLink {

    private final EventLoop loop;
    private final BlockingSource source;
    private @Nullable User user;
    private boolean watched;
    private boolean filling;
    private boolean isOpen = true;

    SourceLink(EventLoop loop, BlockingSource source) {
        this.loop = loop;
        this.source = source;
    }

    @Override
    public void user(User other) {
        user = other;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
        return source.read(into);
    }

    @Override
    public int write(ByteBuffer from) {
        throw new UnsupportedOperationException("written to a stream that is read");
    }

    @Override
    public void watchReads(boolean wanted) {
        watched = wanted;
        if (wanted && !filling && isOpen) {
            if (source.isFilled()) {
                loop.callSoon(this::tell);
            } else {
                fill();
            }
        }
    }

    private void fill() {
        filling = true;
        source.lane.call(
                loop,
                () -> {
                    source.fill();
                    return null;
                },
                failure -> {
                    filling = false;
                    if (failure != null) {
                        source.failed(failure);
                    }
                    tell();
                });
    }

    /** Until nobody wants to hear any more, or there is nothing to say. */
    private void tell() {
        User told = user;
        while (told != null && watched && isOpen && source.isFilled()) {
            told.readable();
        }
        if (watched && isOpen && !filling) {
            fill();
        }
    }

    @Override
    public void watchWrites(boolean wanted) {
        // never writable
    }

    @Override
    public boolean closeOutput() {
        return true;
    }

    @Override
    public void close() {
        if (!isOpen) {
            return;
        }
        isOpen = false;
        source.lane.call(
                loop,
                () -> {
                    source.close();
                    return null;
                },
                failure -> {
                    if (failure != null) {
                        loop.callExceptionHandler(
                                new UnhandledFailure(this + " could not be closed", failure, null, null));
                    }
                });
    }

    @Override
    public boolean isOpen() {
        return isOpen;
    }

    @Override
    public String toString() {
        return source.toString();
    }
}
