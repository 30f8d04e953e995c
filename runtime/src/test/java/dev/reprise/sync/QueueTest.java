package dev.reprise.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.AsyncIterator;
import dev.reprise.Counting;
import dev.reprise.Task;
import dev.reprise.VirtualLoop;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class QueueTest extends VirtualLoop {

    private Task<String> get(Queue<String> queue) {
        return loop.createTask(queue.get());
    }

    @Test
    void a088_putWaitsWhileTheQueueIsFull_getWhileItIsEmpty_inOrder() {
        Queue<Integer> queue = Queue.bounded(2);
        loop.createTask(new Counting(5, i -> {
            trail.add("put " + i);
            return queue.put(i);
        }));
        settle();
        assertThat(trail).containsExactly("put 0", "put 1", "put 2");
        assertThat(queue).hasToString("queue (2 of 2 items, 1 waiting to put)");
        for (int i = 0; i < 5; i++) {
            assertThat(loop.runUntilComplete(queue.get())).isEqualTo(i);
        }
        Task<Integer> waiting = loop.createTask(queue.get());
        settle();
        assertThat(waiting.isDone()).isFalse();
        loop.runUntilComplete(queue.put(9));
        assertThat(loop.runUntilComplete(waiting)).isEqualTo(9);
    }

    @Test
    void a089_withoutWaitingAnEmptyOrFullQueueIsAnError() {
        Queue<String> queue = Queue.bounded(1);
        onLoop(() -> {
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(queue::remove);
            assertThat(queue.poll()).isNull();
            queue.add("a");
            assertThatIllegalStateException().isThrownBy(() -> queue.add("b")).withMessageContaining("full");
            assertThat(queue.offer("b")).isFalse();
            assertThat(queue.remove()).isEqualTo("a");
        });
    }

    @Test
    void a090_joinEndsWhenEveryItemIsDealtWith_onceTooOftenIsAnError() {
        Queue<String> queue = Queue.unbounded();
        onLoop(() -> {
            queue.add("a");
            queue.add("b");
        });
        Task<Void> joined = loop.createTask(queue.join());
        onLoop(queue::taskDone);
        settle();
        assertThat(joined.isDone()).isFalse();
        onLoop(queue::taskDone);
        settle();
        assertThat(joined.isDone()).isTrue();
        onLoop(() -> assertThatIllegalStateException().isThrownBy(queue::taskDone));
        loop.runUntilComplete(queue.join());
    }

    @Test
    void a091_theItemOfACancelledGetterGoesToTheNext() {
        Queue<String> queue = Queue.unbounded();
        Task<String> chosen = get(queue);
        Task<String> next = get(queue);
        settle();
        onLoop(() -> {
            queue.add("item");
            chosen.cancel();
        });
        assertThat(loop.runUntilComplete(next)).isEqualTo("item");
        assertThat(chosen.isCancelled()).isTrue();
    }

    @Test
    void a091_theItemOfACancelledGetterStaysFirstInTheQueue() {
        Queue<String> queue = Queue.unbounded();
        Task<String> chosen = get(queue);
        settle();
        onLoop(() -> {
            queue.add("first");
            queue.add("second");
            chosen.cancel();
        });
        assertThat(loop.runUntilComplete(queue.get())).isEqualTo("first");
        assertThat(loop.runUntilComplete(queue.get())).isEqualTo("second");
    }

    /** What is in the queue when "a1" and "a2" were handed to getters that were cancelled, and "a3" came meanwhile. */
    private List<String> givenBack(Queue<String> queue) {
        Task<String> first = get(queue);
        Task<String> second = get(queue);
        settle();
        onLoop(() -> {
            queue.add("a1");
            queue.add("a2");
            queue.add("a3");
            first.cancel();
            second.cancel();
        });
        settle();
        assertThat(queue.size()).isEqualTo(3);
        List<String> items = new ArrayList<>();
        onLoop(() -> {
            for (int i = 0; i < 3; i++) {
                items.add(queue.remove());
            }
        });
        return items;
    }

    @Test
    void a091_theItemsOfCancelledGettersStayInTheOrderOfArrival() {
        assertThat(givenBack(Queue.unbounded())).containsExactly("a1", "a2", "a3");
    }

    @Test
    void a091_theItemsOfCancelledGettersStayBehindLaterOnesInALifoQueue() {
        assertThat(givenBack(Queue.lifo(10))).containsExactly("a3", "a2", "a1");
    }

    @Test
    void a091_equalItemsOfCancelledGettersStayInTheOrderOfArrivalInAPriorityQueue() {
        assertThat(givenBack(Queue.priority(10, Comparator.comparing(String::length))))
                .containsExactly("a1", "a2", "a3");
    }

    @Test
    void aCancelledPutHasPutNothing_andItsPlaceGoesToTheNext() {
        Queue<String> queue = Queue.bounded(1);
        onLoop(() -> queue.add("a"));
        Task<Void> cancelled = loop.createTask(queue.put("b"));
        loop.createTask(queue.put("c"));
        settle();
        onLoop(() -> {
            assertThat(queue.remove()).isEqualTo("a");
            assertThat(queue.offer("overtaking")).isFalse();
            cancelled.cancel();
        });
        assertThat(loop.runUntilComplete(queue.get())).isEqualTo("c");
    }

    @Test
    void a092_afterShutdownPutFails_getDrainsAndThenFails_blockedOnesAreWoken() {
        Queue<String> full = Queue.bounded(1);
        Queue<String> empty = Queue.unbounded();
        onLoop(() -> full.add("a"));
        Task<Void> putter = loop.createTask(full.put("b"));
        Task<String> getter = get(empty);
        settle();
        onLoop(() -> {
            full.shutdown();
            empty.shutdown();
        });
        assertThatThrownBy(() -> loop.runUntilComplete(putter)).isInstanceOf(QueueShutdownException.class);
        assertThatThrownBy(() -> loop.runUntilComplete(getter)).isInstanceOf(QueueShutdownException.class);
        assertThatThrownBy(() -> loop.runUntilComplete(full.put("c"))).isInstanceOf(QueueShutdownException.class);
        assertThat(loop.runUntilComplete(full.get())).isEqualTo("a");
        assertThatThrownBy(() -> loop.runUntilComplete(full.get())).isInstanceOf(QueueShutdownException.class);
        onLoop(() -> assertThatThrownBy(full::remove).isInstanceOf(QueueShutdownException.class));
    }

    @Test
    void a092_shutdownNowDropsTheItems_andWhoWaitsForThemGoesOn() {
        Queue<String> queue = Queue.unbounded();
        onLoop(() -> queue.add("a"));
        Task<Void> joined = loop.createTask(queue.join());
        settle();
        onLoop(queue::shutdownNow);
        settle();
        assertThat(joined.isDone()).isTrue();
        assertThat(queue.size()).isZero();
    }

    @Test
    void a092_aPutThatWasAdmittedAndThenShutOutFails() {
        Queue<String> queue = Queue.bounded(1);
        onLoop(() -> queue.add("a"));
        Task<Void> putter = loop.createTask(queue.put("b"));
        settle();
        onLoop(() -> {
            queue.remove();
            queue.shutdown();
        });
        assertThatThrownBy(() -> loop.runUntilComplete(putter)).isInstanceOf(QueueShutdownException.class);
        assertThat(queue.size()).isZero();
    }

    @Test
    void iterationTakesItemsUntilTheQueueIsShutDownAndEmpty() {
        Queue<String> queue = Queue.unbounded();
        AsyncIterator<String> items = queue.asyncIterator();
        onLoop(() -> queue.add("a"));
        assertThat(loop.runUntilComplete(items.advance())).isTrue();
        assertThat(items.current()).isEqualTo("a");
        Task<Boolean> last = loop.createTask(items.advance());
        settle();
        onLoop(() -> queue.add("b"));
        onLoop(queue::shutdown);
        assertThat(loop.runUntilComplete(last)).isTrue();
        assertThat(items.current()).isEqualTo("b");
        assertThat(loop.runUntilComplete(items.advance())).isFalse();
        assertThat(loop.runUntilComplete(items.advance())).isFalse();
    }

    @Test
    void anIterationThatWaitsEndsWhenTheQueueIsShutDown() {
        Queue<String> queue = Queue.unbounded();
        Task<Boolean> waiting = loop.createTask(queue.asyncIterator().advance());
        settle();
        onLoop(queue::shutdown);
        assertThat(loop.runUntilComplete(waiting)).isFalse();
    }

    @Test
    void aPriorityQueueGivesTheSmallestFirst_equalOnesAsTheyCame() {
        Queue<String> queue = Queue.priority(10, Comparator.comparing(String::length));
        onLoop(() -> {
            List.of("ccc", "b1", "a", "b2").forEach(queue::add);
            assertThat(List.of(queue.remove(), queue.remove(), queue.remove(), queue.remove()))
                    .containsExactly("a", "b1", "b2", "ccc");
        });
    }

    @Test
    void aLifoQueueGivesTheLastFirst() {
        Queue<String> queue = Queue.lifo(10);
        onLoop(() -> {
            queue.add("a");
            queue.add("b");
            assertThat(queue.remove()).isEqualTo("b");
            assertThat(queue.remove()).isEqualTo("a");
        });
    }

    @Test
    void aQueueWithoutRoomIsRefused() {
        assertThatThrownBy(() -> Queue.bounded(0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoCoroutinesPassItemsBackAndForth() {
        Queue<Integer> there = Queue.bounded(1);
        Queue<Integer> back = Queue.bounded(1);
        loop.createTask(new Counting(2000, i -> i % 2 == 0 ? there.put(i) : back.get()));
        loop.runUntilComplete(new Counting(2000, i -> i % 2 == 0 ? there.get() : back.put(i)));
        assertThat(there.size() + back.size()).isZero();
    }
}
