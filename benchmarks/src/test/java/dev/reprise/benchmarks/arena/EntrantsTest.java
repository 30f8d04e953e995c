package dev.reprise.benchmarks.arena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.ThrowingConsumer;

/** The work of the peers in this module, in small. */
class EntrantsTest {

    @TestFactory
    Stream<DynamicTest> peersGiveTheResult() {
        return Stream.of(
                        each(
                                Counting.Work.class,
                                work -> assertThat(work.sum(100)).isEqualTo(4950)),
                        each(
                                TreeWalk.Work.class,
                                work -> assertThat(work.sum(Node.balanced(15))).isEqualTo(105)),
                        each(
                                TreePush.Work.class,
                                work -> assertThat(pushed(work, 15))
                                        .isEqualTo(
                                                IntStream.range(0, 15).boxed().toList())),
                        each(
                                Calls.Work.class,
                                work -> assertThat(work.sum(7, 100)).isEqualTo(4957)),
                        each(
                                Fibonacci.Work.class,
                                work -> assertThat(work.fibonacci(10)).isEqualTo(55)),
                        each(
                                LoopTurn.Work.class,
                                work -> assertThat(work.turns(100, 10)).isEqualTo(100)),
                        each(
                                Spawn.Work.class,
                                work -> assertThat(work.spawn(100)).isEqualTo(4950)),
                        each(
                                PingPong.Work.class,
                                work -> assertThat(work.play(100)).isEqualTo(4950)),
                        each(Night.Work.class, EntrantsTest::sleep))
                .flatMap(tests -> tests);
    }

    private static <T extends Entrant> Stream<DynamicTest> each(Class<T> work, ThrowingConsumer<T> check) {
        assertThat(Entrants.peers(work)).startsWith(Peer.LIMIT, "Reprise");
        return Entrants.peers(work).stream()
                .map(peer -> DynamicTest.dynamicTest(work.getName() + ", " + peer, () -> {
                    T entrant = Entrants.load(work, peer);
                    check.accept(entrant);
                    // what stays open between two runs does not disturb the second
                    check.accept(entrant);
                    if (entrant instanceof AutoCloseable closeable) {
                        closeable.close();
                    }
                }));
    }

    private static List<Integer> pushed(TreePush.Work work, int nodes) {
        List<Integer> numbers = new ArrayList<>();
        work.forEach(Node.balanced(nodes), numbers::add);
        return numbers;
    }

    private static void sleep(Night.Work work) throws Exception {
        List<String> trail = new ArrayList<>();
        Night night = new Night(2) {
            @Override
            long delay(int sleeper) {
                trail.add(sleeper + " to bed");
                return 0;
            }

            @Override
            void asleep() {
                trail.add("asleep");
            }

            @Override
            void awake(int sleeper) {
                trail.add(sleeper + " awake");
            }
        };
        work.sleep(2, night);
        night.checkOver();
        assertThat(trail).containsExactlyInAnyOrder("0 to bed", "1 to bed", "asleep", "0 awake", "1 awake");
    }

    @Test
    void aPeerThatIsNotThereIsNamedBesideThoseThatAre() {
        assertThatThrownBy(() -> Entrants.load(Spawn.Work.class, "nobody"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("nobody", "Spawn", Peer.LIMIT, "Reprise");
    }
}
