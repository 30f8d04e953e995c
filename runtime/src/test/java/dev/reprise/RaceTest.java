package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RaceTest extends VirtualLoop {

    private final IOException boom = new IOException("boom");

    private Script<String> failing(int seconds, IOException failure) {
        return Script.<String>of("failing", nothing -> Async.sleep(seconds(seconds)))
                .then(nothing -> Async.failed(failure));
    }

    @Test
    void theFirstThatSucceedsWins_theOthersAreCancelledAndWaitedFor() {
        Task<String> loser = loop.createTask(sleeper("loser", 100)
                .recover(cancelled -> Script.<String>of(nothing -> Async.sleep(seconds(3)))
                        .then(nothing -> Async.failed(cancelled))));
        assertThat(loop.runUntilComplete(Async.race(failing(1, boom), loser, sleeper("winner", 2))))
                .isEqualTo("winner");
        assertThat(loser.isCancelled()).isTrue();
        assertThat(clock.elapsed()).isEqualTo(seconds(5));
        loop.close();
        assertThat(unhandled).isEmpty();
    }

    @Test
    void ifAllFailTheFirstFailureIsRaised_withTheOthersSuppressed() {
        IOException second = new IOException("second");
        assertThatThrownBy(() -> loop.runUntilComplete(Async.race(failing(2, second), failing(1, boom))))
                .isSameAs(boom)
                .hasSuppressedException(second);
        assertThat(clock.elapsed()).isEqualTo(seconds(2));
    }

    @Test
    void cancellingARaceCancelsAll() {
        Task<String> runner = loop.createTask(sleeper("runner", 100));
        Task<String> race = loop.createTask(Async.race(List.of(runner, sleeper("other", 100))));
        settle();
        race.cancel("stop");
        assertThatThrownBy(() -> loop.runUntilComplete(race))
                .isInstanceOf(Cancelled.class)
                .hasMessage("stop");
        assertThat(loop.tasks()).isEmpty();
    }

    @Test
    void aHedgeStartsTheNextWhenTheHeadStartIsOver() {
        assertThat(loop.runUntilComplete(
                        Async.hedge(seconds(2), List.of(sleeper("one", 9), sleeper("two", 1), sleeper("three", 1)))))
                .isEqualTo("two");
        assertThat(trail).containsExactly("one", "two", "two awake");
        assertThat(clock.elapsed()).isEqualTo(seconds(3));
    }

    @Test
    void aHedgeStartsTheNextAtOnceWhenOneFails() {
        assertThat(loop.runUntilComplete(
                        Async.hedge(seconds(10), List.of(failing(1, boom), sleeper("two", 1), sleeper("never", 1)))))
                .isEqualTo("two");
        assertThat(clock.elapsed()).isEqualTo(seconds(2));
        assertThat(trail).doesNotContain("never");
    }

    @Test
    void aRaceOfNobodyIsAnError() {
        assertThatIllegalArgumentException().isThrownBy(() -> Async.race(List.of()));
    }

    @Test
    void retryTriesAgainAfterGrowingPauses() {
        List<Duration> starts = new ArrayList<>();
        Retry policy = Retry.attempts(5).pause(seconds(1)).factor(3).longest(seconds(5));
        assertThat(loop.runUntilComplete(Async.retry(policy, () -> {
                    starts.add(clock.elapsed());
                    return starts.size() < 5 ? Async.failed(new IOException()) : Async.of("fifth");
                })))
                .isEqualTo("fifth");
        assertThat(starts).containsExactly(seconds(0), seconds(1), seconds(4), seconds(9), seconds(14));
    }

    @Test
    void retryFailsWithTheLastFailure() {
        IOException last = new IOException("last");
        List<IOException> failures = new ArrayList<>(List.of(boom, last));
        assertThatThrownBy(() ->
                        loop.runUntilComplete(Async.retry(Retry.attempts(2), () -> failing(1, failures.remove(0)))))
                .isSameAs(last)
                .hasSuppressedException(boom);
        assertThat(clock.elapsed()).isEqualTo(seconds(2));
    }

    @Test
    void retryLeavesOtherFailuresAndCancellationsAlone() {
        assertThatThrownBy(() -> loop.runUntilComplete(Async.retry(
                        Retry.attempts(9).when(failure -> !(failure instanceof IOException)), () -> failing(1, boom))))
                .isSameAs(boom);
        Task<String> task = loop.createTask(Async.retry(Retry.attempts(9), () -> sleeper("attempt", 100)));
        settle();
        task.cancel();
        assertThatThrownBy(() -> loop.runUntilComplete(task)).isInstanceOf(Cancelled.class);
        assertThat(trail).containsExactly("attempt");
    }

    @Test
    void jitterShortensPausesAndIsRepeatable() {
        Retry policy = Retry.attempts(9).pause(seconds(10));
        Duration one = policy.jitter(0.5, new Random(7)).pauseAfter(1);
        assertThat(one).isEqualTo(policy.jitter(0.5, new Random(7)).pauseAfter(1));
        assertThat(one).isBetween(seconds(5), seconds(10)).isNotEqualTo(seconds(10));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.jitter(2, new Random()));
        assertThatIllegalArgumentException().isThrownBy(() -> policy.factor(0.5));
        assertThatIllegalArgumentException().isThrownBy(() -> Retry.attempts(0));
    }
}
