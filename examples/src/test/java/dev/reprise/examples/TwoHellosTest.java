package dev.reprise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TwoHellosTest {

    @Test
    void bothHellosWaitAtTheSameTimeOnOneThread() {
        VirtualClock clock = new VirtualClock();
        String thread = "(" + Thread.currentThread() + ")";
        try (EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(clock))) {
            assertThat(Printed.by(() -> loop.runUntilComplete(TwoHellos.twoHellos())))
                    .containsExactly(
                            "Hello world! " + thread,
                            "Hello world! " + thread,
                            "Hello again! " + thread,
                            "Hello again! " + thread);
        }
        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(1));
    }
}
