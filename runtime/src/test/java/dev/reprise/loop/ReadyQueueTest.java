package dev.reprise.loop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadyQueueTest {

    @Test
    void keepsTheOrderWhileItGrowsAndWrapsAround() {
        ReadyQueue queue = new ReadyQueue();
        int[] next = {0};
        int added = 0;
        int removed = 0;
        for (int round = 0; round < 50; round++) {
            for (int i = 0; i < 37; i++) {
                int number = added++;
                queue.add(() -> assertThat(next[0]++).isEqualTo(number));
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
}
