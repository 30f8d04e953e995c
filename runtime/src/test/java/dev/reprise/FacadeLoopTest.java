package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FacadeLoopTest {

    private final FacadeLoop loop = FacadeLoop.open();

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void aCallRunsOnTheLoopAndGivesTheValue() {
        Thread here = Thread.currentThread();
        Thread there = loop.call(() -> Async.of(Thread.currentThread()));

        assertThat(there).isNotSameAs(here);
        assertThat(loop.call(() -> Async.sleep(Duration.ZERO, "later"))).isEqualTo("later");
    }

    @Test
    void aFailureIsTheSameInstanceAndChecked() {
        IOException failure = new IOException("broken");

        assertThat(catchThrowable(() -> loop.call(() -> Async.failed(failure)))).isSameAs(failure);
        assertThat(catchThrowable(() -> loop.call(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
        assertThatThrownBy(() -> loop.start(() -> Async.failed(failure)).get())
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isSameAs(failure);
    }

    @Test
    void anInterruptCancelsTheCoroutine() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Task<?>> inside = new CompletableFuture<>();
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        CompletableFuture<Boolean> status = new CompletableFuture<>();
        Thread caller = new Thread(() -> {
            thrown.complete(catchThrowable(() -> loop.call(() -> {
                inside.complete(EventLoop.current().currentTask());
                begun.countDown();
                return Async.sleep(Duration.ofDays(1));
            })));
            status.complete(Thread.currentThread().isInterrupted());
        });
        caller.start();
        begun.await();

        caller.interrupt();

        assertThat(thrown.join()).isInstanceOf(CancellationException.class).hasMessageContaining("interrupted");
        assertThat(status.join()).isTrue();
        assertThatThrownBy(() -> inside.join().get()).isInstanceOf(CancellationException.class);
    }

    @Test
    void aCancelledFutureCancelsTheCoroutine() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Task<?>> inside = new CompletableFuture<>();
        CompletableFuture<@Nullable Void> future = loop.start(() -> {
            inside.complete(EventLoop.current().currentTask());
            begun.countDown();
            return Async.sleep(Duration.ofDays(1));
        });
        begun.await();

        future.cancel(true);

        assertThatThrownBy(() -> inside.join().get()).isInstanceOf(CancellationException.class);
    }

    @Test
    void theLoopsOwnThreadIsRefused() {
        assertThatThrownBy(() -> loop.call(() -> loop.call(Async::done) == null ? Async.done() : Async.done()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("would block the event loop");
    }

    @Test
    void aStreamTakesWhatItNeedsAndClosesTheSource() {
        List<String> log = new ArrayList<>();

        try (Stream<Long> numbers = loop.stream(() -> new Numbers(log, 5))) {
            assertThat(log).isEmpty();
            assertThat(numbers.limit(2).toList()).containsExactly(1L, 2L);
        }

        assertThat(log).containsExactly("made", "1", "2", "closed");
    }

    @Test
    void aStreamThatWasNeverReadMakesNothing() {
        List<String> log = new ArrayList<>();

        loop.stream(() -> new Numbers(log, 5)).close();

        assertThat(log).isEmpty();
    }

    @Test
    void aStreamFailsWithItsSource() {
        IOException failure = new IOException("broken");
        AsyncIterable<Integer> broken = () -> new AsyncIterator<>() {
            @Override
            public Awaitable<Boolean> advance() {
                return Async.failed(failure);
            }

            @Override
            public Integer current() {
                throw new AssertionError();
            }
        };

        assertThat(catchThrowable(() -> loop.stream(() -> broken).toList())).isSameAs(failure);
    }

    @Test
    void aLoopOfSomebodyElseStaysOpen() {
        try (LoopGroup group = LoopGroup.open(1)) {
            EventLoop others = group.loops().get(0);
            FacadeLoop facade = FacadeLoop.on(others);
            EventLoop used = facade.call(() -> Async.of(EventLoop.current()));
            facade.close();

            assertThat(used).isSameAs(others);
            assertThat(others.isClosed()).isFalse();
        }
    }

    @Test
    void aClosedLoopIsRefused() {
        FacadeLoop closed = FacadeLoop.open();
        closed.close();

        assertThatThrownBy(() -> closed.call(Async::done)).isInstanceOf(IllegalStateException.class);
    }

    /** Counts, on the loop, and says what was done with it. */
    private static final class Numbers implements AsyncIterable<Long>, AsyncCloseable {
        private final List<String> log;
        private final long count;

        Numbers(List<String> log, long count) {
            this.log = log;
            this.count = count;
            log.add("made");
        }

        @Override
        public AsyncIterator<Long> asyncIterator() {
            return new AsyncIterator<>() {
                private long last;

                @Override
                public Awaitable<Boolean> advance() {
                    last++;
                    log.add(String.valueOf(last));
                    return Async.sleep(Duration.ZERO, last <= count);
                }

                @Override
                public Long current() {
                    return last;
                }
            };
        }

        @Override
        public Async<@Nullable Void> closeAsync() {
            log.add("closed");
            return Async.done();
        }
    }
}
