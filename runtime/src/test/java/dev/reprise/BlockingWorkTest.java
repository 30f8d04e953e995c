package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Work on the threads of a loop and on executors, and what becomes of it when nobody waits for it any more. */
@Timeout(60)
class BlockingWorkTest extends VirtualLoop {

    private static boolean isVirtual(Thread thread) throws ReflectiveOperationException {
        return Runtime.version().feature() >= 21
                && (boolean) Thread.class.getMethod("isVirtual").invoke(thread);
    }

    private static LoopOptions options() {
        return LoopOptions.defaults();
    }

    @Test
    void workHasAVirtualThreadWhereTheJdkHasThem() throws Exception {
        Thread thread = loop.runUntilComplete(Async.toThread(Thread::currentThread));
        assertThat(thread.getName()).startsWith("reprise-worker-");
        assertThat(thread.isDaemon()).isTrue();
        assertThat(isVirtual(thread)).isEqualTo(Runtime.version().feature() >= 21);
    }

    @Test
    void noMoreWorkRunsAtATimeThanIsAllowed() throws Exception {
        int limit = 3;
        int rounds = 50;
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier full = new CyclicBarrier(limit);
        try (EventLoop limited = EventLoop.open(options().workers(limit))) {
            List<Task<Integer>> tasks = new ArrayList<>();
            for (int i = 0; i < limit * rounds; i++) {
                tasks.add(limited.createTask(Async.<Integer, Exception>toThread(() -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    full.await(30, TimeUnit.SECONDS);
                    return running.getAndDecrement();
                })));
            }
            limited.runUntilComplete(Async.gather(tasks));
        }
        assertThat(most).hasValue(limit);
    }

    @Test
    void theLimitIsAtLeastOne() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> options().workers(0))
                .withMessageContaining("1 or more");
        assertThat(options().workers(7).workers()).isEqualTo(7);
    }

    @Test
    void workThatWaitsForItsTurnIsNotDoneWhenItIsCancelled() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        List<String> done = new ArrayList<>();
        try (EventLoop limited = EventLoop.open(options().workers(1))) {
            Task<Void> first = limited.createTask(Async.toThread(() -> {
                begun.countDown();
                release.await();
                return null;
            }));
            Task<Boolean> second = limited.createTask(Async.toThread(() -> done.add("second")));
            Task<Boolean> third = limited.createTask(Async.toThread(() -> done.add("third")));
            limited.runUntilComplete(new Counting(3, i -> Async.sleep(Duration.ZERO)));
            begun.await();
            second.cancel();
            release.countDown();
            limited.runUntilComplete(Async.gather(first, third));
            assertThat(second.isCancelled()).isTrue();
        }
        assertThat(done).containsExactly("third");
    }

    @Test
    void aFailureOfWorkWhoseWaitWasCancelledIsReported() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Task<Void> task = loop.createTask(Async.toThread(() -> {
            begun.countDown();
            release.await();
            throw new IllegalStateException("abandoned");
        }));
        loop.runUntilComplete(Async.toThread(() -> {
            begun.await();
            return null;
        }));
        task.cancel();
        assertThatExceptionOfType(Cancelled.class).isThrownBy(() -> loop.runUntilComplete(task));
        release.countDown();
        while (unhandled.isEmpty()) {
            settle();
        }
        assertThat(unhandled).singleElement().satisfies(each -> {
            assertThat(each.exception()).hasMessage("abandoned");
            assertThat(each.message()).contains("nobody waited");
        });
    }

    @Test
    void anExecutorThatRejectsFailsTheAwait() {
        Executor full = work -> {
            throw new RejectedExecutionException("full");
        };
        try (EventLoop rejecting = EventLoop.open(options().executor(full))) {
            assertThatExceptionOfType(RejectedExecutionException.class)
                    .isThrownBy(() -> rejecting.runUntilComplete(Async.toThread(() -> "never")))
                    .withMessage("full");
            assertThat(rejecting.runUntilComplete(Script.<String>awaiting(Async.toThread(() -> "never"))
                            .recover(rejected -> Async.of("caught"))))
                    .isEqualTo("caught");
            assertThat(rejecting.workers().isBusy()).isFalse();
        }
    }

    @Test
    void anErrorInTheWorkComesBackAsItIs() {
        StackOverflowError error = new StackOverflowError();
        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() -> loop.runUntilComplete(Async.toThread(() -> {
                    throw error;
                })))
                .isSameAs(error);
        assertThat(loop.runUntilComplete(Async.toThread(() -> "goes on"))).isEqualTo("goes on");
    }

    @Test
    void manyPiecesOfWorkAllComeBack() {
        int count = 10_000;
        List<Task<Integer>> tasks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int value = i;
            tasks.add(loop.createTask(Async.toThread(() -> value)));
        }
        List<Integer> values = loop.runUntilComplete(Async.gather(tasks));
        for (int i = 0; i < count; i++) {
            assertThat(values.get(i)).isEqualTo(i);
        }
    }
}
