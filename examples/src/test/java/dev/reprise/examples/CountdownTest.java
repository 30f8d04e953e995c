package dev.reprise.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.testing.VirtualClock;
import java.awt.EventQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** On Swing's event thread, without a screen. */
@Timeout(60)
class CountdownTest {

    private final VirtualClock clock = new VirtualClock();
    private final BlockingQueue<String> shown = new LinkedBlockingQueue<>();
    private final List<Boolean> onSwingsThread = new ArrayList<>();

    @Test
    void theButtonCountsDownOnSwingsThread() throws Exception {
        System.setProperty("java.awt.headless", "true");
        EventLoop[] loop = new EventLoop[1];
        EventQueue.invokeAndWait(() -> {
            loop[0] = EventLoop.borrowed(LoopOptions.defaults().clock(clock), EventQueue::invokeLater);
            Countdown countdown = new Countdown(loop[0]);
            countdown.shown.addPropertyChangeListener("text", change -> {
                onSwingsThread.add(EventQueue.isDispatchThread());
                shown.add((String) change.getNewValue());
            });
            countdown.start.doClick(0);
        });
        assertThat(List.of(shown.take(), shown.take(), shown.take(), shown.take()))
                .containsExactly("3", "2", "1", "lift-off");
        EventQueue.invokeAndWait(loop[0]::close);
        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(3));
        assertThat(onSwingsThread).containsOnly(true).hasSize(4);
    }
}
