package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsyncStreamTest extends VirtualLoop {

    private final IOException boom = new IOException("boom");

    private Ticking ticking(String name, int... pauses) {
        return new Ticking(trail, name, pauses);
    }

    private <T> T next(AsyncStream<T> stream) {
        AsyncIterator<T> elements = stream.asyncIterator();
        assertThat(loop.runUntilComplete(Script.<Boolean>awaiting(elements.advance())))
                .isTrue();
        return elements.current();
    }

    private boolean hasNext(AsyncStream<?> stream) {
        return loop.runUntilComplete(
                Script.<Boolean>awaiting(stream.asyncIterator().advance()));
    }

    private void close(AsyncStream<?> stream) {
        loop.runUntilComplete(stream.closeAsync());
    }

    @Test
    void aMergeGivesElementsInTheOrderOfTheirArrival() {
        AsyncStream<String> merged = AsyncStream.merge(ticking("a", 2, 2, 4), ticking("b", 3), ticking("c"));
        assertThat(loop.runUntilComplete(merged.toList())).containsExactly("a0", "b0", "a1", "a2");
        assertThat(clock.elapsed()).isEqualTo(seconds(9));
        assertThat(trail).contains("a closed", "b closed", "c closed");
        assertThat(loop.tasks()).isEmpty();
    }

    @Test
    void aMergeOfNothingIsEmpty() {
        assertThat(loop.runUntilComplete(AsyncStream.<String>merge(List.of()).toList()))
                .isEmpty();
    }

    @Test
    void aMergedSourceIsAskedAgainWhenItsElementWasTaken() {
        AsyncStream<String> merged = AsyncStream.merge(ticking("a", 0, 0, 0), ticking("b", 0, 0));
        assertThat(next(merged)).isEqualTo("a0");
        settle();
        assertThat(trail).containsExactly("ask a0", "ask b0", "ask a1");
        close(merged);
    }

    @Test
    void nothingHappensBeforeTheFirstElementIsAskedFor() {
        AsyncStream<String> buffered = ticking("a", 1).buffer(1);
        buffered.asyncIterator().advance();
        settle();
        assertThat(trail).isEmpty();
        assertThat(buffered).hasToString("buffer (0 elements waiting, not started)");
    }

    @Test
    void aBufferRunsAheadOfItsConsumerByItsSizeAtMost() {
        AsyncStream<String> buffered = ticking("a", 0, 0, 0, 0, 0, 0).buffer(2);
        assertThat(next(buffered)).isEqualTo("a0");
        settle();
        assertThat(trail).containsExactly("ask a0", "ask a1", "ask a2");
        assertThat(buffered).hasToString("buffer (2 elements waiting)");
        assertThat(next(buffered)).isEqualTo("a1");
        settle();
        assertThat(trail).endsWith("ask a2", "ask a3");
        close(buffered);
        assertThatIllegalArgumentException().isThrownBy(() -> ticking("a").buffer(0));
    }

    @Test
    void aBufferedSourceWorksWhileItsConsumerDoes() {
        List<String> taken = new ArrayList<>();
        AsyncStream<String> buffered = ticking("a", 2, 2, 2).buffer(1);
        AsyncIterator<String> elements = buffered.asyncIterator();
        loop.runUntilComplete(new Counting(
                3,
                i -> Script.<Boolean>awaiting(elements.advance()).then(there -> {
                    taken.add(elements.current() + " at " + clock.elapsed().toSeconds());
                    return Async.sleep(seconds(2));
                })));
        assertThat(taken).containsExactly("a0 at 2", "a1 at 4", "a2 at 6");
    }

    @Test
    void aFailureComesAfterTheElementsBeforeIt_onceAndThenTheEnd() {
        AsyncStream<String> buffered = ticking("a", 0, 0).failing(boom).buffer(5);
        assertThat(next(buffered)).isEqualTo("a0");
        settle();
        assertThat(next(buffered)).isEqualTo("a1");
        assertThatThrownBy(() -> hasNext(buffered)).isSameAs(boom);
        assertThat(hasNext(buffered)).isFalse();
        close(buffered);
        assertThat(unhandled).isEmpty();
    }

    @Test
    void aFailureCancelsTheOtherSourcesOfAMerge_andComesWhenTheyHaveEnded() {
        AsyncStream<String> merged = AsyncStream.merge(ticking("a", 3).failing(boom), ticking("b", 1, 100));
        assertThat(next(merged)).isEqualTo("b0");
        assertThat(next(merged)).isEqualTo("a0");
        assertThatThrownBy(() -> hasNext(merged)).isSameAs(boom);
        assertThat(trail).contains("b interrupted", "a closed", "b closed");
        assertThat(clock.elapsed()).isEqualTo(seconds(4));
        assertThat(loop.tasks()).isEmpty();
    }

    @Test
    void furtherFailuresAreSuppressedInTheFirst() {
        IOException second = new IOException("second");
        AsyncIterable<String> alsoFailing = () -> new AsyncIterator<>() {
            @Override
            public Awaitable<Boolean> advance() {
                return Script.<Boolean>of(nothing -> Async.sleep(seconds(9))).recover(stopped -> Async.failed(second));
            }

            @Override
            public String current() {
                throw new AssertionError();
            }
        };
        assertThatThrownBy(() ->
                        hasNext(AsyncStream.merge(alsoFailing, ticking("a").failing(boom))))
                .isSameAs(boom)
                .hasSuppressedException(second);
    }

    @Test
    void closingEndsAllSourcesAndDropsWhatWasNotTaken() {
        AsyncStream<String> merged = AsyncStream.merge(ticking("a", 0, 0, 0), ticking("b", 50));
        assertThat(next(merged)).isEqualTo("a0");
        close(merged);
        assertThat(trail).contains("b interrupted", "a closed", "b closed");
        assertThat(clock.elapsed()).isEqualTo(seconds(1));
        assertThat(loop.tasks()).isEmpty();
        assertThat(hasNext(merged)).isFalse();
        close(merged);
    }

    @Test
    void closingAStreamThatWasNotReadClosesItsSources() {
        close(AsyncStream.merge(ticking("a", 1), ticking("b", 1)));
        assertThat(trail).containsExactlyInAnyOrder("a closed", "b closed");
    }

    @Test
    void theSourceOfAViewIsClosed() {
        AsyncStream<String> buffered = ticking("a", 0, 0)
                .filter(element -> true)
                .map(String::toUpperCase)
                .take(9)
                .timeout(seconds(9))
                .buffer(1);
        assertThat(next(buffered)).isEqualTo("A0");
        close(buffered);
        assertThat(trail).endsWith("a closed");
    }

    @Test
    void closingRaisesAFailureThatNobodyGot() {
        AsyncStream<String> buffered = ticking("a", 0).failing(boom).buffer(5);
        assertThat(next(buffered)).isEqualTo("a0");
        settle();
        assertThatThrownBy(() -> close(buffered)).isSameAs(boom);
        close(buffered);
        loop.close();
        assertThat(unhandled).isEmpty();
    }

    @Test
    void theFailureOfAStreamThatNobodyClosesGoesToTheExceptionHandler() {
        AsyncStream<String> buffered = ticking("a", 0).failing(boom).buffer(5);
        next(buffered);
        loop.runUntilComplete(Async.sleep(seconds(5)));
        loop.close();
        assertThat(unhandled).extracting(UnhandledFailure::exception).containsExactly(boom);
    }

    @Test
    void closingTheLoopClosesTheSources() {
        next(AsyncStream.merge(ticking("a", 0, 0, 0), ticking("b", 50)));
        loop.close();
        assertThat(trail).contains("b interrupted", "a closed", "b closed");
        assertThat(unhandled).isEmpty();
    }

    @Test
    void aWaitThatIsCancelledHasTakenNothing_evenIfItsElementWasThere() {
        AsyncStream<String> merged = AsyncStream.merge(ticking("a", 5, 5));
        Task<Boolean> waiting =
                loop.createTask(Script.<Boolean>awaiting(merged.asyncIterator().advance()));
        loop.createTask(Script.<Void>of(nothing -> Async.sleep(seconds(5))).then(nothing -> {
            waiting.cancel();
            return Async.done();
        }));
        loop.runUntilComplete(Async.sleep(seconds(6)));
        assertThat(waiting.isCancelled()).isTrue();
        assertThat(next(merged)).isEqualTo("a0");
        assertThat(next(merged)).isEqualTo("a1");
        assertThat(clock.elapsed()).isEqualTo(seconds(10).plusSeconds(1));
        assertThat(hasNext(merged)).isFalse();
        assertThat(trail).doesNotContain("a interrupted");
    }

    @Test
    void aTimeoutOfOneElementLeavesTheStreamAsItIs() {
        AsyncStream<String> buffered = ticking("a", 5).buffer(1);
        AsyncIterator<String> impatient = buffered.timeout(seconds(2)).asyncIterator();
        assertThatThrownBy(() -> loop.runUntilComplete(Script.<Boolean>awaiting(impatient.advance())))
                .isInstanceOf(TimedOut.class);
        assertThat(next(buffered)).isEqualTo("a0");
        assertThat(clock.elapsed()).isEqualTo(seconds(5));
        close(buffered);
    }

    @Test
    void aSecondReaderIsAnErrorAndTheFirstGoesOn() {
        AsyncStream<String> buffered = ticking("a", 5).buffer(1);
        Task<List<String>> first = loop.createTask(buffered.toList());
        settle();
        assertThatThrownBy(() -> hasNext(buffered))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("one at a time");
        assertThat(loop.runUntilComplete(first)).containsExactly("a0");
    }

    @Test
    void aReaderThatWaitsWhenTheStreamIsClosedIsAtTheEnd() {
        AsyncStream<String> buffered = ticking("a", 5).buffer(1);
        Task<List<String>> reader = loop.createTask(buffered.toList());
        settle();
        close(buffered);
        assertThat(loop.runUntilComplete(reader)).isEmpty();
    }

    @Test
    void aCloseThatIsCancelledSaysSo() {
        AsyncStream<String> buffered = ticking("a", 5).buffer(1);
        Task<List<String>> reader = loop.createTask(buffered.toList());
        settle();
        Task<Void> close = loop.createTask(buffered.closeAsync());
        settle();
        close.cancel();
        assertThatThrownBy(() -> loop.runUntilComplete(close)).isInstanceOf(Cancelled.class);
        assertThat(loop.runUntilComplete(reader)).isEmpty();
        assertThat(loop.tasks()).isEmpty();
    }
}
