package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BorrowedLoopTest {

    private final VirtualClock clock = new VirtualClock();
    private final LoopOptions virtual = LoopOptions.defaults().clock(clock);
    private final List<String> trail = new ArrayList<>();

    /** The queue of a host whose thread is the test's. */
    private final BlockingQueue<Runnable> host = new LinkedBlockingQueue<>();

    /** Runs what the host is asked for until the trail has {@code marks}. */
    private void pumpUntil(int marks) throws InterruptedException {
        while (trail.size() < marks) {
            host.take().run();
        }
    }

    @Test
    void runOnceTakesOneTurnAndSaysWhenTheNextHasSomethingToDo() {
        try (EventLoop loop = EventLoop.open(virtual)) {
            assertThat(loop.runOnce()).isNull();
            loop.callLater(Duration.ofSeconds(3), () -> trail.add("later"));
            loop.callSoon(() -> {
                trail.add("soon");
                loop.callSoon(() -> trail.add("next"));
            });
            assertThat(loop.runOnce()).isEqualTo(Duration.ZERO);
            assertThat(trail).containsExactly("soon");
            assertThat(loop.runOnce()).isEqualTo(Duration.ofSeconds(3));
            clock.advance(Duration.ofSeconds(2));
            assertThat(loop.runOnce()).isEqualTo(Duration.ofSeconds(1));
            clock.advance(Duration.ofSeconds(1));
            assertThat(loop.runOnce()).isNull();
            assertThat(trail).containsExactly("soon", "next", "later");
        }
    }

    @Test
    void runOnceInsideALoopOrAfterTheCloseIsAnError() {
        EventLoop loop = EventLoop.open(virtual);
        loop.callSoon(() -> {
            assertThatIllegalStateException().isThrownBy(loop::runOnce).withMessageContaining("runs already");
            trail.add("refused");
        });
        loop.runOnce();
        assertThat(trail).containsExactly("refused");
        loop.close();
        assertThatIllegalStateException().isThrownBy(loop::runOnce).withMessageContaining("closed");
    }

    @Test
    void aBorrowedLoopRunsItsTasksInTheTurnsThatItsHostGives() throws Exception {
        try (EventLoop loop = EventLoop.borrowed(virtual, host::add)) {
            loop.createTask(
                    Script.of(nothing -> Async.sleep(Duration.ofHours(1))).then(nothing -> {
                        assertThat(EventLoop.current()).isSameAs(loop);
                        trail.add("after " + clock.elapsed());
                        return Async.done();
                    }));
            assertThat(trail).isEmpty();
            pumpUntil(1);
        }
        assertThat(trail).containsExactly("after PT1H");
    }

    @Test
    void aPromiseThatTheHostCompletesAndATimerThatItSetsAreServed() throws Exception {
        try (EventLoop loop = EventLoop.borrowed(host::add)) {
            Promise<String> pressed = loop.promise();
            loop.createTask(Script.<String>awaiting(pressed).then(button -> {
                trail.add("pressed " + button);
                return Async.done();
            }));
            loop.callLater(Duration.ofHours(1), () -> trail.add("much too late"));
            loop.callSoon(() -> trail.add("ready"));
            pumpUntil(1);
            pressed.complete("ok");
            pumpUntil(2);
            loop.callLater(Duration.ofMillis(1), () -> trail.add("timer"));
            pumpUntil(3);
        }
        assertThat(trail).containsExactly("ready", "pressed ok", "timer");
    }

    @Test
    void otherThreadsWakeABorrowedLoop() throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        try (EventLoop loop = EventLoop.borrowed(host::add)) {
            loop.createTask(Script.of(nothing -> Async.from(answer)).then(value -> {
                trail.add("answer " + value);
                return Async.done();
            }));
            loop.callSoon(() -> new Thread(() -> {
                        loop.execute(() -> trail.add("posted"));
                        answer.complete("42");
                    })
                    .start());
            pumpUntil(2);
        }
        assertThat(trail).containsExactlyInAnyOrder("posted", "answer 42");
    }

    @Test
    void theHostsOwnWorkComesBetweenTwoTurns() throws Exception {
        try (EventLoop loop = EventLoop.borrowed(virtual, host::add)) {
            loop.createTask(new Counting(3, i -> {
                trail.add("turn");
                host.add(() -> trail.add("host"));
                return Async.sleep(Duration.ZERO);
            }));
            pumpUntil(6);
        }
        assertThat(trail).containsExactly("turn", "host", "turn", "host", "turn", "host");
    }

    @Test
    void closingABorrowedLoopEndsItsTasksAtOnce() throws Exception {
        EventLoop loop = EventLoop.borrowed(host::add);
        Task<Object> task = loop.createTask(Script.of(nothing -> {
                    trail.add("begins");
                    return Async.sleep(Duration.ofHours(1));
                })
                .recover(cancelled -> {
                    trail.add("cleans up");
                    return Async.failed(cancelled);
                }));
        pumpUntil(1);
        loop.close();
        assertThat(task.isCancelled()).isTrue();
        assertThat(trail).containsExactly("begins", "cleans up");
        host.forEach(Runnable::run);
        assertThat(loop.isClosed()).isTrue();
    }

    @Test
    void aBorrowedLoopIsRunByItsHostOnly() {
        try (EventLoop loop = EventLoop.borrowed(host::add)) {
            assertThatIllegalStateException().isThrownBy(loop::runForever).withMessageContaining("borrowed");
            assertThatIllegalStateException().isThrownBy(loop::runOnce).withMessageContaining("its host runs it");
            assertThatIllegalStateException()
                    .isThrownBy(() -> loop.runUntilComplete(Async.done()))
                    .withMessageContaining("borrowed");
        }
    }

    @Test
    void aHostOfAnotherThreadIsAnError() throws Exception {
        List<Throwable> thrown = new ArrayList<>();
        try (EventLoop loop = EventLoop.borrowed(host::add)) {
            Runnable turn = host.take();
            Thread wrong = new Thread(turn, "wrong");
            wrong.setUncaughtExceptionHandler((thread, failure) -> thrown.add(failure));
            wrong.start();
            wrong.join();
        }
        assertThat(thrown).hasSize(1);
        assertThat(thrown.get(0)).hasMessageContaining("thread wrong").hasMessageContaining("one thread");
    }
}
