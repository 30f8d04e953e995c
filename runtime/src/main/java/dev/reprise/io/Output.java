package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The bytes that go out through a link: what it takes at once, and the rest as it takes it. */
final class Output {

    private static final int HIGH_WATER = 64 * 1024;
    private static final int LOW_WATER = 16 * 1024;

    private final LoopCore core;
    private ByteLink link;
    private final ByteQueue toSend = new ByteQueue();
    private final Waiting.Line line = new Waiting.Line();

    private int low = LOW_WATER;
    private int high = HIGH_WATER;

    /** More than the high-water mark was there, and the low-water mark has not been reached since. */
    private boolean aboveMarks;

    /** No more is written. */
    private boolean ending;

    /** The other side has been told so. */
    private boolean ended;

    /** Nothing is sent at the moment, because somebody else writes to the link. */
    private boolean held;

    /** The link keeps something that it has not passed on. */
    private boolean kept;

    private @Nullable IOException failure;

    /** What kept from being sent what was there when the end came; until somebody has been told. */
    private @Nullable IOException loss;

    Output(LoopCore core, ByteLink link) {
        this.core = core;
        this.link = link;
    }

    /** Goes on over another link. */
    void over(ByteLink other) {
        link = other;
    }

    // ---- writing

    /** Makes sure that something can still be written. */
    void checkGoesOn() {
        if (ending) {
            throw new IllegalStateException(
                    "TLS on " + link + " after the output was closed: it has to be started before");
        }
    }

    void write(ByteBuffer bytes, String operation) {
        core.checkRunning(operation);
        if (ending && failure == null) {
            throw new IllegalStateException(operation + " after the output was closed: close it after the last write");
        }
        if (failure == null && !link.isOpen()) {
            failure = Closed.before(operation, link);
        }
        if (failure != null) {
            return;
        }
        if (toSend.isEmpty() && !held) {
            sendNow(bytes);
        }
        if ((bytes.hasRemaining() || kept) && failure == null) {
            toSend.add(bytes);
            if (!held) {
                link.watchWrites(true);
            }
            aboveMarks |= toSend.size() > high;
        }
        bytes.position(bytes.limit());
    }

    private void sendNow(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining() && link.write(bytes) > 0) {
                // the link takes more
            }
            kept = !link.flush();
        } catch (IOException raised) {
            fail(raised);
        }
    }

    void writable() {
        send();
        line.check();
    }

    private void send() {
        if (held) {
            link.watchWrites(false);
            return;
        }
        try {
            toSend.writeTo(link);
            kept = !link.flush();
            if (toSend.isEmpty() && !kept && ending && !ended && failure == null) {
                ended = link.closeOutput();
            }
        } catch (IOException raised) {
            if (ending) {
                loss = raised;
            }
            fail(raised);
        }
        aboveMarks &= toSend.size() > low;
        link.watchWrites(!isSent());
    }

    private void fail(IOException raised) {
        failure = raised;
        toSend.clear();
        kept = false;
        aboveMarks = false;
    }

    /** Whether nothing is left to be sent, the end among it; nor will be after a failure. */
    private boolean isSent() {
        return isEmpty() && (ended || !ending || failure != null);
    }

    void marks(int lowest, int highest) {
        core.checkRunning("waterMarks()");
        if (lowest < 0 || lowest > highest) {
            throw new IllegalArgumentException(
                    "waterMarks(" + lowest + ", " + highest + "): 0 <= low <= high is needed");
        }
        low = lowest;
        high = highest;
        aboveMarks = toSend.size() > high || aboveMarks && toSend.size() > low;
        line.check();
    }

    // ---- waiting

    Async<@Nullable Void> drain() {
        return wait("drain()", () -> !aboveMarks);
    }

    Async<@Nullable Void> flush() {
        return wait("flush()", this::isSent);
    }

    /** Until a link that took nothing takes something again. */
    Async<@Nullable Void> untilWritable() {
        boolean[] asked = {false};
        return wait("a write", () -> {
            boolean met = asked[0];
            asked[0] = true;
            link.watchWrites(!met);
            return met;
        });
    }

    private Async<@Nullable Void> wait(String operation, Waiting.Condition met) {
        return new Waiting(core, operation, link, line, () -> isMet(operation, met), () -> {});
    }

    private boolean isMet(String operation, Waiting.Condition met) throws IOException {
        if (failure != null) {
            throw failure;
        }
        if (!link.isOpen()) {
            throw Closed.before(operation, link);
        }
        return met.isMet();
    }

    // ---- somebody else writes

    void checkNotHeld() {
        if (held && link.isOpen()) {
            throw new IllegalStateException(
                    "two files are sent over " + link + " at the same time: await one, then the other");
        }
    }

    /** Keeps back what is written from here on. Nothing may be waiting to be sent. */
    void hold() {
        checkNotHeld();
        held = true;
    }

    /**
     * Sends something in spite of the hold.
     *
     * @return whether the link has taken all of it
     */
    boolean sendHeld(ByteBuffer bytes) throws IOException {
        if (failure != null) {
            throw failure;
        }
        while (bytes.hasRemaining()) {
            if (link.write(bytes) == 0) {
                return false;
            }
        }
        return true;
    }

    /** Sends what was kept back. */
    void release() {
        held = false;
        if (link.isOpen() && failure == null) {
            writable();
        }
    }

    // ---- the end

    /** Tells the other side, when everything has been sent, that no more comes. */
    void end() {
        core.checkRunning("closeOutput()");
        if (ending || failure != null || !link.isOpen()) {
            return;
        }
        ending = true;
        writable();
    }

    /** Refuses what is written from here on. */
    void close() {
        ended = true;
        ending = true;
    }

    /** How many bytes wait to be sent. */
    int pending() {
        return toSend.size();
    }

    /** Whether everything has been sent, or cannot be. */
    boolean isEmpty() {
        return toSend.isEmpty() && !kept && !held;
    }

    /** What kept from being sent what was written before the end; given once. */
    @Nullable IOException takeLoss() {
        IOException taken = loss;
        loss = null;
        return taken;
    }

    /** The link was closed: what has not been sent is lost, and what is written from here on if nobody has said that nothing is. */
    void closed() {
        boolean expected = ending;
        close();
        if ((!expected || !toSend.isEmpty() || kept) && failure == null) {
            fail(Closed.during("a write", link));
        }
        line.check();
    }
}
