package dev.reprise.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.Task;
import dev.reprise.VirtualLoop;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarrierTest extends VirtualLoop {

    private final Barrier barrier = new Barrier(3);

    @Test
    void a087_allContinueTogetherWithDistinctIndexes_andTheBarrierServesAgain() {
        for (int round = 0; round < 2; round++) {
            List<Integer> indexes =
                    loop.runUntilComplete(Async.gather(barrier.arrive(), barrier.arrive(), barrier.arrive()));
            assertThat(indexes).containsExactly(0, 1, 2);
        }
        assertThat(barrier.waiting()).isZero();
    }

    @Test
    void oneThatIsCancelledHasNotArrived() {
        Task<Integer> cancelled = loop.createTask(barrier.arrive());
        Task<Integer> second = loop.createTask(barrier.arrive());
        settle();
        cancelled.cancel();
        loop.createTask(barrier.arrive());
        settle();
        assertThat(second.isDone()).isFalse();
        assertThat(loop.runUntilComplete(barrier.arrive())).isEqualTo(2);
        assertThat(second.result()).isZero();
    }

    @Test
    void resetRefusesThoseWhoWait_abortAlsoThoseWhoCome() {
        Task<Integer> waiting = loop.createTask(barrier.arrive());
        settle();
        loop.callSoon(barrier::reset);
        assertThatThrownBy(() -> loop.runUntilComplete(waiting)).isInstanceOf(BrokenBarrierException.class);
        assertThat(barrier.isBroken()).isFalse();
        loop.callSoon(barrier::abort);
        settle();
        assertThatThrownBy(() -> loop.runUntilComplete(barrier.arrive())).isInstanceOf(BrokenBarrierException.class);
    }
}
