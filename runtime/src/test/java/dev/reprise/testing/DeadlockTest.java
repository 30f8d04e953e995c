package dev.reprise.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Promise;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.sync.Lock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadlockTest {

    private final EventLoop loop =
            EventLoop.open(LoopOptions.defaults().clock(new VirtualClock(Duration.ofMillis(20), Duration.ofMillis(1))));

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    @Test
    void tasksThatWaitForEachOtherAreNamed_withWhatTheyWaitFor() {
        Lock one = new Lock();
        Lock two = new Lock();
        loop.createTask(takes(one, two), "ada");
        Task<Object> grace = loop.createTask(takes(two, one), "grace");
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(grace))
                .withMessageStartingWith("deadlock: ")
                .withMessageContaining("\n  Task ada of Script.takes")
                .withMessageContaining("\n  Task grace of Script.takes")
                .withMessageContaining("waits for");
    }

    private static Script<Object> takes(Lock first, Lock second) {
        return Script.of("takes", nothing -> first.acquire())
                .then(held -> Async.sleep(Duration.ofSeconds(1)))
                .then(nothing -> second.acquire());
    }

    @Test
    void aPromiseThatNobodyCompletesIsADeadlock_afterWhichTheLoopCanBeUsed() {
        Promise<String> never = loop.promise();
        Task<String> waiting = loop.createTask(Script.awaiting(never), "waiting");
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(waiting))
                .withMessageContaining("Task waiting")
                .withMessageContaining("promise (pending)");
        never.complete("after all");
        assertThat(loop.runUntilComplete(waiting)).isEqualTo("after all");
    }

    @Test
    void aStageIsWaitedForAsLongAsItTakes() {
        CompletableFuture<String> stage = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread other = new Thread(() -> {
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            stage.complete("there");
        });
        other.start();
        assertThat(loop.<String>runUntilComplete(Script.of(nothing -> {
                    begun.countDown();
                    return Async.from(stage);
                })))
                .isEqualTo("there");
    }

    @Test
    void blockingWorkIsWaitedForAsLongAsItTakes() {
        CountDownLatch begun = new CountDownLatch(1);
        assertThat(loop.<String>runUntilComplete(Script.of(nothing -> {
                    loop.callSoon(begun::countDown);
                    return loop.runInExecutor(() -> {
                        begun.await();
                        return "done";
                    });
                })))
                .isEqualTo("done");
    }

    @Test
    void aLoopWithoutTasksWaitsToBeStopped() {
        CountDownLatch begun = new CountDownLatch(1);
        loop.callSoon(begun::countDown);
        Thread other = new Thread(() -> {
            try {
                begun.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            loop.execute(loop::stop);
        });
        other.start();
        loop.runForever();
        assertThat(loop.isRunning()).isFalse();
    }
}
