package dev.reprise.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.frame.Driver;
import dev.reprise.frame.Suspension;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadyQueueTest {

    private final ReadyQueue queue = new ReadyQueue();

    @Test
    void keepsTheOrderWhileItGrowsAndWrapsAround() {
        int[] next = {0};
        int added = 0;
        int removed = 0;
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < 37; i++) {
                int number = added++;
                Runnable step = () -> assertThat(next[0]++).isEqualTo(number);
                if (number % 3 == 0) {
                    queue.add(step);
                } else {
                    queue.add(queue.residents().enter(step));
                }
            }
            for (int i = 0; i < 20; i++) {
                queue.remove().run();
                removed++;
            }
            assertThat(queue.size()).isEqualTo(added - removed);
        }
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
        assertThat(next[0]).isEqualTo(added);
    }

    @Test
    void whoHasLeftMakesRoomForOthers() {
        Residents residents = queue.residents();
        List<String> taken = new ArrayList<>();
        int stays = residents.enter(() -> taken.add("stays"));
        int leaves = residents.enter(() -> taken.add("leaves"));
        residents.leave(leaves);
        int comes = residents.enter(() -> taken.add("comes"));

        queue.add(comes);
        queue.add(stays);
        queue.remove().run();
        queue.remove().run();

        assertThat(taken).containsExactly("comes", "stays");
        assertThat(comes).isEqualTo(leaves);
        assertThat(residents.size()).isEqualTo(2);
    }

    @Test
    void callsTheAlarmOnceForWhatIsAdded() {
        List<String> calls = new ArrayList<>();
        queue.alarm(() -> calls.add("alarm"));

        queue.add(() -> calls.add("first"));
        queue.add(() -> calls.add("second"));
        queue.remove().run();
        queue.remove().run();

        assertThat(calls).containsExactly("alarm", "first", "second");
    }

    @Test
    void shufflesDriversAmongThemselves() {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int number = i;
            Runnable step = i % 4 == 0 ? () -> taken.add("callback " + number) : new Step(taken, number);
            if (i % 2 == 0) {
                queue.add(step);
            } else {
                queue.add(queue.residents().enter(step));
            }
        }

        queue.shuffleDrivers(new Random(7));
        while (!queue.isEmpty()) {
            queue.remove().run();
        }

        List<String> inOrder = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            inOrder.add(i % 4 == 0 ? "callback " + i : "driver " + i);
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(inOrder).isNotEqualTo(inOrder);
        for (int i = 0; i < 40; i += 4) {
            assertThat(taken.get(i)).isEqualTo("callback " + i);
        }
    }

    private static final class Step extends Driver implements Runnable {

        private final List<String> taken;
        private final int number;

        Step(List<String> taken, int number) {
            this.taken = taken;
            this.number = number;
        }

        @Override
        public void run() {
            taken.add("driver " + number);
        }

        @Override
        public void wake() {
            throw new AssertionError("not suspended");
        }

        @Override
        protected void returned(Object value) {
            throw new AssertionError("not started");
        }

        @Override
        protected void failed(Throwable failure) {
            throw new AssertionError("not started");
        }

        @Override
        protected void suspended(Suspension awaited) {
            throw new AssertionError("not started");
        }
    }
}
