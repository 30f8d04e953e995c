package dev.reprise.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TimersTest {

    private final Timers timers = new Timers(new Duties());
    private final List<Entry> fired = new ArrayList<>();

    private final class Entry extends Timer {
        private final int number;

        Entry(long deadline, int number) {
            super(deadline);
            this.number = number;
        }

        @Override
        protected void fire() {
            fired.add(this);
        }
    }

    @Test
    void whateverIsAddedAndRemoved_theRestFiresByDeadlineAndThenByAge() {
        Random random = new Random(42);
        for (int round = 0; round < 200; round++) {
            List<Entry> expected = new ArrayList<>();
            fired.clear();
            for (int i = 0; i < 300; i++) {
                Entry entry = new Entry(random.nextInt(20), i);
                timers.add(entry);
                expected.add(entry);
                if (random.nextInt(3) == 0) {
                    Entry removed = expected.remove(random.nextInt(expected.size()));
                    timers.remove(removed);
                    timers.remove(removed);
                    assertThat(removed.isQueued()).isFalse();
                }
            }
            expected.sort(Comparator.<Entry>comparingLong(Timer::deadline).thenComparingInt(entry -> entry.number));
            timers.fireUntil(10);
            assertThat(fired).allMatch(entry -> entry.deadline() <= 10);
            timers.fireUntil(Long.MAX_VALUE / 2);
            assertThat(fired).isEqualTo(expected);
            assertThat(timers.isEmpty()).isTrue();
        }
    }

    @Test
    void manyThatAreDueAtOnceFireInOrder_andTheOthersStayInTheirs() {
        Random random = new Random(7);
        for (int late : new int[] {0, 1, 2, 700, 20_000}) {
            fired.clear();
            List<Entry> expected = new ArrayList<>();
            for (int i = 0; i < 1_000 + late; i++) {
                Entry entry = new Entry((i < 1_000 ? 0 : 100) + random.nextInt(5), i);
                timers.add(entry);
                expected.add(entry);
            }
            expected.sort(Comparator.<Entry>comparingLong(Timer::deadline).thenComparingInt(entry -> entry.number));
            timers.fireUntil(50);
            assertThat(fired).isEqualTo(expected.subList(0, 1_000)).noneMatch(Timer::isQueued);
            assertThat(timers.size()).isEqualTo(late);
            for (long now = 100; now < 105; now++) {
                timers.fireUntil(now);
            }
            assertThat(fired).isEqualTo(expected);
        }
    }

    @Test
    void deadlinesAreComparedByDifference_soThatTheClockMayWrapAround() {
        Entry late = new Entry(Long.MIN_VALUE + 5, 2);
        Entry early = new Entry(Long.MAX_VALUE - 5, 1);
        timers.add(late);
        timers.add(early);
        timers.fireUntil(Long.MIN_VALUE + 5);
        assertThat(fired).containsExactly(early, late);
    }
}
