package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class PromiseTest extends VirtualLoop {

    @Test
    void a049_theFirstOutcomeStays() {
        Promise<String> promise = loop.promise();
        promise.complete("first");
        assertThatIllegalStateException().isThrownBy(() -> promise.complete("second"));
        assertThatIllegalStateException().isThrownBy(() -> promise.fail(new IOException()));
        assertThat(promise.tryComplete("third")).isFalse();
        assertThat(promise.tryFail(new IOException())).isFalse();
        assertThat(promise.cancel()).isFalse();
        assertThat(promise.result()).isEqualTo("first");
        assertThat(promise.exception()).isNull();
    }

    @Test
    void a050_cancellingWakesTheWaitersWithTheCancellation() {
        Promise<String> promise = loop.promise();
        Task<String> task =
                loop.createTask(Script.<String>awaiting(promise).recover(failure -> Async.of("saw " + failure)));
        settle();
        assertThat(promise.cancel("gone")).isTrue();
        assertThat(loop.runUntilComplete(task)).isEqualTo("saw dev.reprise.Cancelled: gone");
        assertThat(promise.isCancelled()).isTrue();
        assertThatThrownBy(promise::result).isInstanceOf(Cancelled.class);
        assertThatIllegalStateException().isThrownBy(() -> promise.complete("late"));
    }

    @Test
    void a051_waitersResumeInTheOrderTheyCame_onLaterTurns() {
        Promise<String> promise = loop.promise();
        for (String name : new String[] {"one", "two", "three"}) {
            loop.createTask(Script.<Void>awaiting(Script.of(nothing -> promise)).then(value -> mark(name + value)));
        }
        settle();
        promise.complete("!");
        assertThat(trail).isEmpty();
        settle();
        assertThat(trail).containsExactly("one!", "two!", "three!");
    }

    @Test
    void a052_whatIsDoneIsGivenInline_callbacksStillGoThroughTheLoop() {
        Promise<String> promise = loop.promise();
        promise.complete("here");
        promise.onDone(done -> trail.add("callback"));
        Task<String> task =
                loop.createTask(Script.<String>of(nothing -> promise).then(value -> {
                    trail.add("awaited " + value);
                    return Async.of("");
                }));
        loop.createTask(mark("other"));
        assertThat(trail).isEmpty();
        loop.runUntilComplete(task);
        assertThat(trail).containsExactly("callback", "awaited here", "other");
    }

    @Test
    void a053_awaitingOnAnotherLoopIsAnError() {
        Promise<String> promise = loop.promise();
        Task<String> task = loop.createTask(Script.awaiting(promise));
        try (EventLoop other = EventLoop.open()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> other.runUntilComplete(Script.awaiting(promise)))
                    .withMessageContaining("belongs to " + loop + " and is awaited on EventLoop (running");
            assertThatIllegalStateException()
                    .isThrownBy(() -> other.runUntilComplete(Script.awaiting(task)))
                    .withMessageContaining("on the same thread");
        }
    }

    @Test
    void aFailureIsTheSameInstanceForEveryWaiter() {
        IOException failure = new IOException("boom");
        Promise<String> promise = loop.promise();
        Task<String> one = loop.createTask(Script.awaiting(promise));
        Task<String> two = loop.createTask(Script.awaiting(promise));
        settle();
        promise.fail(failure);
        settle();
        assertThat(one.exception()).isSameAs(failure);
        assertThat(two.exception()).isSameAs(failure);
        assertThat(promise.exception()).isSameAs(failure);
    }

    @Test
    void cancellingTheTaskCancelsThePromiseItAwaits() {
        Promise<String> promise = loop.promise();
        Task<String> task = loop.createTask(Script.awaiting(promise));
        settle();
        task.cancel("down");
        assertThat(promise.isCancelled()).isTrue();
        assertThatThrownBy(() -> loop.runUntilComplete(task)).hasMessage("down");
    }

    @Test
    void resultOfAPendingPromiseIsAnError() {
        Promise<String> promise = loop.promise();
        assertThatIllegalStateException().isThrownBy(promise::result).withMessageContaining("no outcome yet");
        assertThatIllegalStateException().isThrownBy(promise::exception);
    }
}
