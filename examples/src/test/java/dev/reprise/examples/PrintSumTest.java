package dev.reprise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PrintSumTest {

    @Test
    void sumIsPrintedWhenItHasBeenComputed() {
        VirtualClock clock = new VirtualClock();
        try (EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(clock))) {
            assertThat(Printed.by(() -> loop.runUntilComplete(PrintSum.printSum(1, 2))))
                    .containsExactly("Compute 1 + 2 ...", "1 + 2 = 3");
        }
        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }
}
