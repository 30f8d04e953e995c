package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.AsyncIterator;
import dev.reprise.Awaitable;
import dev.reprise.Cancelled;
import dev.reprise.Counting;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.VirtualLoop;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reads of a link whose other side is the test. */
class InputTest extends VirtualLoop {

    private final FakeLink link = new FakeLink();
    private Wire wire;

    @BeforeEach
    void connect() {
        onLoop(() -> wire = new Wire(dev.reprise.loop.LoopCore.running(), link));
    }

    /** Starts {@code coroutine}, waits until it can get no further, and does {@code meanwhile}. */
    private <T> Task<T> started(Awaitable<T> coroutine, Runnable meanwhile) {
        Task<T> task = loop.createTask(coroutine);
        settle();
        onLoop(meanwhile);
        settle();
        return task;
    }

    private <T> T result(Awaitable<T> coroutine, Runnable meanwhile) {
        Task<T> task = started(coroutine, meanwhile);
        assertThat(task.isDone()).as("%s has ended", task).isTrue();
        return task.result();
    }

    private Throwable failure(Awaitable<?> coroutine, Runnable meanwhile) {
        Task<?> task = started(coroutine, meanwhile);
        assertThat(task.isDone()).as("%s has ended", task).isTrue();
        return task.exception();
    }

    private Async<String> text(Async<byte[]> read) {
        return Script.<String>of(none -> read)
                .then((byte[] bytes) -> Async.of(new String(bytes, StandardCharsets.UTF_8)));
    }

    private Async<String> line() {
        return new ReadLine(wire.input, StandardCharsets.UTF_8, ReadLine.LIMIT);
    }

    private Async<String> line(int limit) {
        return new ReadLine(wire.input, StandardCharsets.UTF_8, limit);
    }

    private Async<String> some(int most) {
        return text(new ReadSome(wire.input, most));
    }

    private Async<String> exactly(int count) {
        return text(new ReadExactly(wire.input, count));
    }

    private Async<String> until(String delimiter, int limit) {
        return text(new ReadUntil(wire.input, delimiter.getBytes(StandardCharsets.UTF_8), limit));
    }

    private final Runnable nothing = () -> {};

    @Test
    void a112_anUnterminatedRestIsALine_thenComesTheEnd_andOnlyThenIsItTheEnd() {
        assertThat(result(line(), () -> link.comes("one\r\nre", "st"))).isEqualTo("one");
        onLoop(link::endComes);
        assertThat(result(some(0), nothing)).isEmpty();
        assertThat(wire.input.isAtEnd()).as("not everything has been read").isFalse();
        assertThat(result(line(), nothing)).isEqualTo("rest");
        assertThat(wire.input.isAtEnd()).isTrue();
        assertThat(result(line(), nothing)).isNull();
        assertThat(result(line(), nothing)).isNull();
    }

    @Test
    void a113_readExactlyWaitsForAllOfThem_zeroIsThereAtOnce() {
        assertThat(result(exactly(0), nothing)).isEmpty();
        assertThat(result(exactly(5), () -> link.comes("ab", "c", "defg"))).isEqualTo("abcde");
        assertThat(result(exactly(2), nothing)).isEqualTo("fg");
    }

    @Test
    void a113_theEndBeforeThatCarriesWhatCame() {
        Throwable failure = failure(exactly(5), () -> {
            link.comes("abc");
            link.endComes();
        });
        assertThat(failure)
                .isInstanceOfSatisfying(IncompleteReadException.class, incomplete -> {
                    assertThat(incomplete.partial()).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
                    assertThat(incomplete.expected()).isEqualTo(5);
                })
                .hasMessageContaining("3 of 5");
        assertThat(result(exactly(0), nothing)).isEmpty();
    }

    @Test
    void a114_readGivesWhatIsThere_everythingToTheEnd_andNothingAtTheEnd() {
        assertThat(result(some(4), () -> link.comes("abcdef"))).isEqualTo("abcd");
        assertThat(result(some(4), nothing)).isEqualTo("ef");
        Task<String> all = started(text(new ReadAll(wire.input, 10)), () -> link.comes("gh", "ij"));
        assertThat(all.isDone()).isFalse();
        onLoop(link::endComes);
        settle();
        assertThat(all.result()).isEqualTo("ghij");
        assertThat(result(some(4), nothing)).isEmpty();
    }

    @Test
    void a114_everythingToTheEndHasALimit_andStays() {
        assertThat(failure(text(new ReadAll(wire.input, 3)), () -> link.comes("abcd")))
                .isInstanceOfSatisfying(
                        LimitExceededException.class, e -> assertThat(e.limit()).isEqualTo(3));
        assertThat(result(some(9), nothing)).isEqualTo("abcd");
    }

    @Test
    void a115_noDelimiterWithinTheLimit_theBytesStay() {
        assertThat(failure(until("||", 4), () -> link.comes("abcd||")))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("4");
        assertThat(result(until("||", 6), nothing)).isEqualTo("abcd||");
    }

    @Test
    void a115_aLineThatIsTooLongIsDropped() {
        assertThat(failure(line(4), () -> link.comes("abcd\nnext\n"))).isInstanceOf(LineTooLongException.class);
        assertThat(result(line(5), nothing)).isEqualTo("next");
    }

    @Test
    void aDelimiterIsFoundAcrossPieces_andIsPartOfTheValue() {
        assertThat(result(until("--x", 99), () -> link.comes("a-", "-", "-", "xrest")))
                .isEqualTo("a---x");
        assertThat(result(some(9), nothing)).isEqualTo("rest");
        assertThat(failure(until("--x", 99), () -> {
                    link.comes("left--");
                    link.endComes();
                }))
                .isInstanceOfSatisfying(IncompleteReadException.class, incomplete -> {
                    assertThat(incomplete.expected()).isEqualTo(-1);
                    assertThat(incomplete.partial()).hasSize(6);
                });
    }

    @Test
    void a117_nothingIsReadThatNobodyAsksFor() {
        onLoop(() -> link.comes("one\n", "x".repeat(100_000), "y"));
        assertThat(link.unread()).isEqualTo(100_005);
        assertThat(result(line(), nothing)).isEqualTo("one");
        assertThat(link.unread()).as("the peer feels it").isEqualTo(100_001);
        assertThat(result(some(1), nothing)).isEqualTo("x");
        assertThat(link.unread()).isEqualTo(100_001 - 64 * 1024);
    }

    @Test
    void a118_aLoopOverTheLinesEndsWithTheStream_soDoesOneOverTheChunks() {
        AsyncIterator<String> lines =
                Elements.lines(wire.input, StandardCharsets.UTF_8, 99).asyncIterator();
        Runnable comes = () -> link.comes("one\n", "two\nab", "cd", "e");
        assertThat(result(lines.advance(), comes)).isTrue();
        assertThat(lines.current()).isEqualTo("one");
        assertThat(result(lines.advance(), nothing)).isTrue();
        assertThat(lines.current()).isEqualTo("two");
        AsyncIterator<byte[]> chunks = Elements.chunks(wire.input, 2).asyncIterator();
        onLoop(link::endComes);
        trail.clear();
        for (int i = 0; i < 3; i++) {
            assertThat(result(chunks.advance(), nothing)).isTrue();
            trail.add(new String(chunks.current(), StandardCharsets.UTF_8));
        }
        assertThat(trail).containsExactly("ab", "cd", "e");
        assertThat(result(chunks.advance(), nothing)).isFalse();
        assertThat(result(lines.advance(), nothing)).isFalse();
    }

    @Test
    void aBufferIsFilledByTheLinkItself() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(1234);
        assertThat(result(new ReadInto(wire.input, buffer), () -> link.comes("abc")))
                .isEqualTo(3);
        assertThat(link.lastReadHadRoomFor()).isEqualTo(1234);
        assertThat(result(line(), () -> link.comes("x\nrest"))).isEqualTo("x");
        assertThat(result(new ReadInto(wire.input, buffer), nothing)).isEqualTo(4);
        assertThat(StandardCharsets.UTF_8.decode(buffer.flip()).toString()).isEqualTo("abcrest");
        assertThat(result(new ReadInto(wire.input, ByteBuffer.allocate(0)), nothing))
                .isZero();
        onLoop(link::endComes);
        assertThat(result(new ReadInto(wire.input, ByteBuffer.allocate(1)), nothing))
                .isEqualTo(-1);
    }

    @Test
    void aLinkThatHasPromisedTooMuchIsWaitedForOn() {
        Task<String> some = started(some(9), link::promises);
        onLoop(link::promises);
        settle();
        assertThat(some.isDone()).isFalse();
        onLoop(() -> link.comes("come"));
        settle();
        assertThat(some.result()).isEqualTo("come");
    }

    @Test
    void aReadThatIsCancelledWhenItsBytesAreThereGivesThemBack() {
        for (Async<?> read : java.util.List.<Async<?>>of(
                some(9), line(), exactly(3), until("\n", 9), new ReadInto(wire.input, ByteBuffer.allocate(9)))) {
            Task<?> task = loop.createTask(read);
            settle();
            onLoop(() -> {
                link.comes("abc\n");
                task.cancel();
            });
            settle();
            assertThat(task.isCancelled()).isTrue();
            assertThat(result(some(9), nothing)).isEqualTo("abc\n");
        }
    }

    @Test
    void cancelledInAnyTurn_noByteIsLost() {
        for (int turn = 0; turn < 12; turn++) {
            int turns = turn;
            Task<String> task = loop.createTask(line());
            loop.createTask(new Counting(8, i -> {
                if (i < 4) {
                    link.comes(i < 3 ? "ab" : "\n");
                }
                return Async.sleep(java.time.Duration.ZERO);
            }));
            loop.createTask(Script.of(none -> new Counting(turns, i -> Async.sleep(java.time.Duration.ZERO)))
                    .then(none -> {
                        task.cancel();
                        return Async.done();
                    }));
            settle();
            settle();
            String read = task.isCancelled() ? result(line(), nothing) : task.result();
            assertThat(read).as("cancelled in turn %d", turn).isEqualTo("ababab");
        }
    }

    @Test
    void aSecondReaderIsRefused_alsoWhenTheFirstHasItsBytes() {
        Task<String> first = loop.createTask(line());
        settle();
        Task<String> second = started(line(), nothing);
        assertThat(second.exception()).isInstanceOf(IllegalStateException.class).hasMessageContaining("two coroutines");
        Task<String>[] third = new Task[1];
        onLoop(() -> {
            third[0] = loop.createTask(line());
            link.comes("one\n");
        });
        settle();
        assertThat(third[0].exception()).isInstanceOf(IllegalStateException.class);
        assertThat(first.result()).isEqualTo("one");
    }

    @Test
    void aResetIsNoEnd_howeverOftenItIsAskedFor() {
        Task<String> line = started(line(), () -> link.comes("part"));
        onLoop(() -> link.resetComes("reset"));
        settle();
        assertThat(line.exception()).hasMessage("reset");
        assertThat(failure(line(), nothing)).hasMessage("reset");
        assertThat(result(some(9), nothing)).as("what came before").isEqualTo("part");
        assertThat(failure(some(9), nothing)).hasMessage("reset");
    }

    @Test
    void aReadOfAClosedLinkFails_alsoOneThatIsUnderWay() {
        assertThat(failure(line(), () -> wire.abort("test"))).isInstanceOf(AsynchronousCloseException.class);
        assertThat(failure(line(), nothing)).isInstanceOf(ClosedChannelException.class);
    }

    @Test
    void anAsyncIsReadOnce() {
        Async<String> read = line();
        assertThat(result(read, () -> link.comes("a\nb\n"))).isEqualTo("a");
        assertThat(failure(read, nothing)).hasMessageContaining("runs once");
    }

    @Test
    void aCharsetWhoseLineEndIsTwoBytesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReadLine(wire.input, StandardCharsets.UTF_16LE, 99))
                .withMessageContaining("readUntil");
        assertThatThrownBy(() -> new ReadExactly(wire.input, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theCancelOfAReadIsTheCancelOfItsTask() {
        Task<String> task = loop.createTask(Script.<String>awaiting(line()).recover(raised -> {
            trail.add(raised.getClass().getSimpleName());
            return Async.of("recovered");
        }));
        settle();
        onLoop(task::cancel);
        settle();
        assertThat(trail).containsExactly(Cancelled.class.getSimpleName());
        assertThat(task.result()).isEqualTo("recovered");
    }

    @Test
    void ioExceptionsComeAsTheyAre() {
        IOException[] seen = {null};
        Task<?> task = started(
                Script.awaiting(line()).recover(raised -> {
                    seen[0] = (IOException) raised;
                    return Async.done();
                }),
                () -> link.resetComes("gone"));
        assertThat(task.exception()).isNull();
        assertThat(seen[0]).hasMessage("gone");
    }
}
