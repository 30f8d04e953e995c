package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.Task;
import dev.reprise.VirtualLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writes to a link whose other side is the test. */
class OutputTest extends VirtualLoop {

    private static final int HIGH = 64 * 1024;
    private static final int LOW = 16 * 1024;

    private final FakeLink link = new FakeLink();
    private Wire wire;

    @BeforeEach
    void connect() {
        onLoop(() -> {
            wire = new Wire(dev.reprise.loop.LoopCore.running(), link);
            wire.onClosed(() -> trail.add("closed"));
        });
    }

    private void write(String text) {
        wire.output.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), "write()");
    }

    private void write(int count) {
        write("x".repeat(count));
    }

    private Task<?> started(Awaitable<?> coroutine) {
        Task<?> task = loop.createTask(coroutine);
        settle();
        return task;
    }

    private void onLoopSettled(Runnable code) {
        onLoop(code);
        settle();
    }

    @Test
    void whatTheLinkTakesIsSentAtOnce_theRestWhenItTakesMore_inOrder() {
        onLoop(() -> {
            link.takes(3);
            write("abcde");
            write("fg");
        });
        assertThat(link.sent()).isEqualTo("abc");
        onLoop(() -> link.takes(2));
        assertThat(link.sent()).isEqualTo("abcde");
        onLoop(() -> {
            write("hi");
            link.takes(99);
        });
        assertThat(link.sent()).isEqualTo("abcdefghi");
    }

    @Test
    void theBufferIsTheCallersAgainAfterTheWrite() {
        byte[] bytes = "abc".getBytes(StandardCharsets.UTF_8);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        onLoop(() -> {
            link.takes(1);
            wire.output.write(buffer, "write()");
            bytes[1] = 'X';
            bytes[2] = 'X';
            link.takes(9);
        });
        assertThat(buffer.hasRemaining()).isFalse();
        assertThat(link.sent()).isEqualTo("abc");
    }

    @Test
    void a116_drainWaitsAboveTheHighWaterMark_untilTheLowOne() {
        onLoop(() -> {
            link.takes(0);
            write(HIGH);
        });
        assertThat(started(wire.output.drain()).isDone()).as("at the mark").isTrue();
        onLoop(() -> write(1));
        Task<?> drain = started(wire.output.drain());
        assertThat(drain.isDone()).as("above the mark").isFalse();
        onLoopSettled(() -> link.takes(HIGH - LOW));
        assertThat(drain.isDone()).as("one above the low mark").isFalse();
        onLoopSettled(() -> link.takes(1));
        assertThat(drain.isDone()).as("at the low mark").isTrue();
        assertThat(drain.exception()).isNull();
    }

    @Test
    void theMarksCanBeSet() {
        onLoop(() -> {
            wire.output.marks(2, 4);
            link.takes(0);
            write(5);
        });
        Task<?> drain = started(wire.output.drain());
        onLoopSettled(() -> link.takes(2));
        assertThat(drain.isDone()).isFalse();
        onLoopSettled(() -> wire.output.marks(3, 4));
        assertThat(drain.isDone()).isTrue();
        onLoop(() -> assertThatIllegalArgumentException()
                .isThrownBy(() -> wire.output.marks(5, 4))
                .withMessageContaining("low <= high"));
    }

    @Test
    void flushWaitsForTheLastByte() {
        onLoop(() -> {
            link.takes(0);
            write("ab");
        });
        Task<?> flush = started(wire.output.flush());
        onLoopSettled(() -> link.takes(1));
        assertThat(flush.isDone()).isFalse();
        onLoopSettled(() -> link.takes(1));
        assertThat(flush.isDone()).isTrue();
    }

    @Test
    void aDrainThatIsCancelledHasStillWritten_othersWaitOn() {
        onLoop(() -> {
            link.takes(0);
            write(HIGH + 1);
        });
        Task<?> cancelled = started(wire.output.drain());
        Task<?> other = started(wire.output.drain());
        onLoopSettled(cancelled::cancel);
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(other.isDone()).isFalse();
        onLoopSettled(() -> link.takes(Integer.MAX_VALUE));
        assertThat(other.exception()).isNull();
        assertThat(link.sent()).hasSize(HIGH + 1);
    }

    @Test
    void aResetInTheMiddleFailsWhoWaits_andWhoAsksLater_andKeepsNoBytes() {
        onLoop(() -> {
            link.takes(0);
            write(HIGH + 1);
        });
        Task<?> drain = started(wire.output.drain());
        onLoopSettled(() -> link.resetComes("reset"));
        assertThat(drain.exception()).isInstanceOf(IOException.class).hasMessage("reset");
        onLoop(() -> write(10 * HIGH));
        assertThat(started(wire.output.drain()).exception()).hasMessage("reset");
        assertThat(wire.output.isEmpty()).isTrue();
    }

    @Test
    void theOutputIsClosedBehindTheLastByte_readingGoesOn() {
        onLoop(() -> {
            link.takes(0);
            write("ab");
            wire.output.end();
            wire.output.end();
        });
        Task<?> flush = started(wire.output.flush());
        onLoopSettled(() -> link.takes(9));
        assertThat(link.sent()).isEqualTo("ab<end>");
        assertThat(flush.exception()).isNull();
        Task<?> read = started(new ReadSome(wire.input, 9));
        onLoopSettled(() -> link.comes("answer"));
        assertThat(read.exception()).isNull();
        onLoop(() -> assertThatIllegalStateException()
                .isThrownBy(() -> write("c"))
                .withMessageContaining("after the output was closed"));
    }

    @Test
    void closeSendsWhatIsLeft_andWaitsForThat() {
        onLoop(() -> {
            link.takes(0);
            write("ab");
        });
        Task<?> close = started(wire.closing("close"));
        assertThat(trail).isEmpty();
        onLoopSettled(() -> link.takes(1));
        assertThat(close.isDone()).isFalse();
        onLoopSettled(() -> link.takes(1));
        assertThat(close.exception()).isNull();
        assertThat(link.sent()).isEqualTo("ab<closed>");
        assertThat(trail).containsExactly("closed");
        assertThat(started(wire.closing("close")).exception())
                .as("a second close")
                .isNull();
    }

    @Test
    void aCloseThatIsCancelledClosesAtOnce() {
        onLoop(() -> {
            link.takes(0);
            write("ab");
        });
        Task<?> close = started(wire.closing("close"));
        onLoopSettled(close::cancel);
        assertThat(close.isCancelled()).isTrue();
        assertThat(link.sent()).isEqualTo("<closed>");
        assertThat(trail).containsExactly("closed");
    }

    @Test
    void anAbortFailsWhoWaitsForBytesToBeSent() {
        onLoop(() -> {
            link.takes(0);
            write(HIGH + 1);
        });
        Task<?> drain = started(wire.output.drain());
        Task<?> close = started(wire.closing("close"));
        onLoopSettled(() -> wire.abort("abort"));
        assertThat(drain.exception()).isInstanceOf(AsynchronousCloseException.class);
        assertThat(close.exception()).as("it is closed").isNull();
        assertThat(trail).containsExactly("closed");
    }

    @Test
    void drainingAClosedLinkFails() {
        onLoop(() -> wire.abort("abort"));
        assertThat(started(wire.output.drain()).exception()).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void aCloseThatCouldNotSendEverythingFails_once() {
        onLoop(() -> {
            link.takes(0);
            write("abc");
        });
        Task<?> close = started(wire.closing("closeAsync()"));
        assertThat(close.isDone()).isFalse();
        onLoopSettled(() -> link.resetComes("gone"));
        assertThat(close.exception()).isInstanceOf(IOException.class).hasMessage("gone");
        assertThat(link.isOpen()).isFalse();
        assertThat(started(wire.closing("closeAsync()")).exception()).isNull();
    }

    @Test
    void afterAnAbortWritesAreDropped_drainSaysSo() {
        onLoop(() -> wire.abort("abort()"));
        onLoop(() -> write("late"));
        assertThat(link.sent()).doesNotContain("late");
        assertThat(started(wire.output.drain()).exception()).isInstanceOf(AsynchronousCloseException.class);
        assertThat(started(wire.closing("closeAsync()")).exception()).isNull();
    }

    @Test
    void aWaitIsAwaitedOnce() {
        onLoop(() -> {
            link.takes(0);
            write("abc");
        });
        Async<?> flush = wire.output.flush();
        Task<?> first = started(flush);
        assertThat(started(flush).exception())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("flush() on ")
                .hasMessageContaining(" was awaited before");
        onLoopSettled(() -> link.takes(3));
        assertThat(first.isDone()).isTrue();
        assertThat(first.exception()).isNull();
    }
}
