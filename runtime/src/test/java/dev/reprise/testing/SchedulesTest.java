package dev.reprise.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchedulesTest {

    /** Three tasks that wake at the same time. */
    private static Async<String> race() {
        StringBuilder order = new StringBuilder();
        List<Async<Void>> runners = new ArrayList<>();
        for (String name : List.of("a", "b", "c")) {
            runners.add(Script.<Void>of(nothing -> Async.sleep(Duration.ofSeconds(1)))
                    .then(nothing -> {
                        order.append(name);
                        return Async.done();
                    }));
        }
        return Script.<String>of(nothing -> Async.gather(runners)).then(nothing -> Async.of(order.toString()));
    }

    @Test
    void everyOrderIsSeen() {
        Set<String> orders = new HashSet<>();
        for (int seed = 0; seed < 200; seed++) {
            orders.add(Schedules.replay(seed, SchedulesTest::race));
        }
        assertThat(orders).containsExactlyInAnyOrder("abc", "acb", "bac", "bca", "cab", "cba");
    }

    @Test
    void aSeedGivesTheSameOrderEveryTime() {
        String first = Schedules.replay(7, SchedulesTest::race);
        assertThat(Schedules.<String>replay(7, SchedulesTest::race)).isEqualTo(first);
    }

    @Test
    void aFailureNamesItsSeed() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> Schedules.explore(
                        200,
                        () -> Script.<String>of(nothing -> race()).then((String order) -> {
                            assertThat(order).isNotEqualTo("cba");
                            return Async.done();
                        })))
                .withMessageMatching("failed under the schedule of seed \\d+: .*")
                .withCauseInstanceOf(AssertionError.class);
    }

    @Test
    void callbacksKeepTheirOrder() {
        for (int seed = 0; seed < 20; seed++) {
            List<Integer> called = new ArrayList<>();
            Schedules.replay(
                    seed,
                    () -> Script.doing(() -> {
                                for (int i = 0; i < 5; i++) {
                                    int number = i;
                                    EventLoop.current().callSoon(() -> called.add(number));
                                }
                            })
                            .then(nothing -> race()));
            assertThat(called).containsExactly(0, 1, 2, 3, 4);
        }
    }
}
