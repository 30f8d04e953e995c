package dev.reprise.io;

import dev.reprise.EventLoop;
import dev.reprise.Handle;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * The end of a link that is in no hurry: no more is sent, and what the other side still sends is read and dropped until it says
 * goodbye, too. Closed before, the system would reset what the other side has not read yet. It takes only so long, and only so many bytes.
 */
final class Farewell {

    /** Bytes that may still come, from somebody who has not read the goodbye yet, before it is left at that. */
    private static final int MOST_DISCARDED = 64 * 1024;

    private final ByteLink link;
    private final Handle patience;
    private boolean isOutOfPatience;
    private int discarded;

    /**
     * @param limit how long the other side is waited for
     * @param outOfPatience done when that has passed
     */
    Farewell(EventLoop loop, ByteLink link, Duration limit, Runnable outOfPatience) {
        this.link = link;
        this.patience = loop.callLater(limit, () -> {
            isOutOfPatience = true;
            outOfPatience.run();
        });
    }

    boolean isOutOfPatience() {
        return isOutOfPatience;
    }

    /**
     * Reads on.
     *
     * @param scratch for what is dropped
     * @return whether the other side has said goodbye, or has been read enough of; false if it is to be called again when something has come
     */
    boolean discardRest(ByteBuffer scratch) throws IOException {
        while (discarded <= MOST_DISCARDED) {
            int count = link.read(scratch.clear());
            if (count <= 0) {
                return count < 0;
            }
            discarded += count;
        }
        return true;
    }

    /** The link is closed. */
    void end() {
        patience.cancel();
    }
}
