package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.DebugReport.Kind;
import dev.reprise.frame.Context;
import dev.reprise.frame.Frame;
import dev.reprise.testing.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DebugModeTest {

    private final VirtualClock clock = new VirtualClock();
    private final List<DebugReport> reports = Collections.synchronizedList(new ArrayList<>());
    private final List<UnhandledFailure> unhandled = new ArrayList<>();
    private EventLoop loop = open(DebugOptions.defaults());

    private EventLoop open(DebugOptions debug) {
        EventLoop opened = EventLoop.open(LoopOptions.defaults()
                .clock(clock)
                .debug(debug.hungStep(Duration.ofMinutes(10)).receiver(reports::add)));
        opened.setExceptionHandler((failed, failure) -> unhandled.add(failure));
        return opened;
    }

    @AfterEach
    void close() {
        loop.close();
    }

    @Test
    void a100_aSlowStepIsReportedWithItsTaskItsCoroutinesAndItsDuration() {
        Script<String> inner = Script.<String>of("inner", nothing -> Async.sleep(Duration.ofSeconds(9)))
                .then(nothing -> {
                    clock.advance(Duration.ofMillis(100));
                    return Async.sleep(Duration.ofSeconds(9));
                });
        Task<String> task = loop.createTask(Script.of("outer", nothing -> inner), "import");
        loop.runUntilComplete(task);
        assertThat(reports).hasSize(1);
        DebugReport report = reports.get(0);
        assertThat(report.kind()).isEqualTo(Kind.SLOW_STEP);
        assertThat(report.task()).isSameAs(task);
        assertThat(report.lasted()).isEqualTo(Duration.ofMillis(100));
        assertThat(report.message())
                .startsWith("Task import, from Script.inner(Script.java:1) on, held the event loop for 0.100 s")
                .contains("suspended at Script.inner(Script.java:2)");
        assertThat(report.trace().getStackTrace())
                .extracting(StackTraceElement::toString)
                .containsExactly("Script.inner(Script.java:1)", "Script.outer(Script.java:1)");
    }

    @Test
    void a100_theFirstStepOfATaskAndACallbackCanBeSlow() {
        loop.createTask(Script.of("first", nothing -> {
            clock.advance(Duration.ofSeconds(2));
            return Async.done();
        }));
        Runnable callback = new Runnable() {
            @Override
            public void run() {
                clock.advance(Duration.ofSeconds(3));
            }

            @Override
            public String toString() {
                return "my callback";
            }
        };
        loop.callSoon(callback);
        turn();
        assertThat(reports)
                .extracting(DebugReport::lasted)
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3));
        assertThat(reports.get(0).message()).startsWith("Task Task-1, from Script.first(Script.java:0) on,");
        assertThat(reports.get(1).message()).contains("my callback").contains("3.000 s");
        assertThat(reports.get(1).task()).isNull();
    }

    @Test
    void a100_theThresholdCanBeSet_whatIsBelowIsNotReported() {
        loop.callSoon(() -> clock.advance(Duration.ofMillis(99)));
        turn();
        assertThat(reports).isEmpty();
        loop.close();
        loop = open(DebugOptions.defaults().slowStep(Duration.ofMillis(5)));
        loop.callSoon(() -> clock.advance(Duration.ofMillis(5)));
        turn();
        assertThat(reports).extracting(DebugReport::kind).containsExactly(Kind.SLOW_STEP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DebugOptions.defaults().slowStep(Duration.ZERO))
                .withMessageContaining("positive");
    }

    @Test
    void aTaskThatNeverYieldsIsNamedWhileItHangs_withWhatItsThreadIsDoing() {
        CountDownLatch reported = new CountDownLatch(1);
        List<DebugReport> hung = Collections.synchronizedList(new ArrayList<>());
        DebugOptions debug = DebugOptions.defaults()
                .hungStep(Duration.ofMillis(1))
                .receiver(report -> {
                    hung.add(report);
                    reported.countDown();
                });
        try (EventLoop real = EventLoop.open(LoopOptions.defaults().debug(debug))) {
            Task<Object> task = real.createTask(
                    Script.of("greedy", nothing -> {
                        blocksUntil(reported);
                        return Async.done();
                    }),
                    "spinner");
            real.runUntilComplete(task);
            DebugReport report = hung.get(0);
            assertThat(report.kind()).isEqualTo(Kind.HUNG_STEP);
            assertThat(report.task()).isSameAs(task);
            assertThat(report.lasted()).isGreaterThanOrEqualTo(Duration.ofMillis(1));
            assertThat(report.message())
                    .startsWith("Task spinner, from Script.greedy(Script.java:0) on,")
                    .contains("thread " + Thread.currentThread().getName())
                    .contains("toThread()");
            assertThat(report.trace().getStackTrace())
                    .extracting(StackTraceElement::getMethodName)
                    .contains("blocksUntil");
            assertThat(report.trace().getCause().getStackTrace()[0]).hasToString("Script.greedy(Script.java:0)");
        }
    }

    private static void blocksUntil(CountDownLatch reported) throws InterruptedException {
        reported.await();
    }

    @Test
    void a030_aCoroutineThatWasNeverAwaitedIsReportedWithThePlaceWhereItWasMade() {
        loop.callSoon(() -> forgetful());
        turn();
        assertThat(reports).isEmpty();
        loop.close();
        assertThat(reports).hasSize(1);
        assertThat(reports.get(0).kind()).isEqualTo(Kind.NEVER_AWAITED);
        assertThat(reports.get(0).message()).startsWith("coroutine Script.lost was never awaited");
        assertThat(reports.get(0).trace().getStackTrace())
                .extracting(StackTraceElement::getMethodName)
                .contains("forgetful");
    }

    private static Object forgetful() {
        return new Lost();
    }

    /** As the compiler makes them: its name does not depend on its fields. */
    private static final class Lost extends Frame<String> {

        @Override
        protected String resume(Context context) {
            return "";
        }

        @Override
        protected void release() {}

        @Override
        protected String points() {
            return "Script|lost|Script.java|7|";
        }
    }

    @Test
    void a030_aDroppedCoroutineIsReportedWhenItHasBeenCollected() {
        loop.callSoon(() -> forgetful());
        while (reports.isEmpty()) {
            System.gc();
            turn();
        }
        assertThat(reports.get(0).message()).startsWith("coroutine Script.lost was never awaited");
        loop.close();
        assertThat(reports).hasSize(1);
    }

    @Test
    void a030_whatWasAwaitedStartedOrCancelledIsNotReported() {
        loop.runUntilComplete(Script.of(
                "outer", nothing -> Script.of("inner", none -> Async.sleep(Duration.ofSeconds(1)))));
        loop.createTask(Script.of("cancelled before its first step", nothing -> Async.done()))
                .cancel();
        assertThatThrownBy(() -> loop.runUntilComplete(Script.of(
                        nothing -> Async.timeout(Duration.ZERO, Script.of("no time", none -> Async.done())))))
                .isInstanceOf(TimedOut.class);
        loop.runUntilComplete(Script.of(nothing -> {
            TaskGroup group = TaskGroup.open();
            group.close();
            assertThatThrownBy(() -> group.fork(Script.of("refused", none -> Async.done())))
                    .isInstanceOf(IllegalStateException.class);
            return Async.done();
        }));
        loop.close();
        assertThat(reports).isEmpty();
    }

    @Test
    void a045_aFailureThatNobodyReceivedKnowsWhereItsTaskOrPromiseWasMade() {
        IOException boom = new IOException("boom");
        makesATask(boom);
        makesAPromise(boom);
        makesACall();
        turn();
        loop.close();
        assertThat(unhandled)
                .hasSize(3)
                .allSatisfy(failure -> assertThat(failure.origin()).isNotNull());
        assertThat(unhandled)
                .extracting(failure -> failure.origin().getStackTrace()[0].getMethodName())
                .containsExactlyInAnyOrder("makesATask", "makesAPromise", "makesACall");
    }

    private void makesATask(IOException failure) {
        loop.createTask(Async.failed(failure));
    }

    private void makesAPromise(IOException failure) {
        loop.promise().fail(failure);
    }

    private void makesACall() {
        loop.callSoon(() -> {
            throw new IllegalStateException("broken");
        });
    }

    @Test
    void withoutDebugModeNothingIsRemembered() {
        try (EventLoop plain = EventLoop.open(LoopOptions.defaults().debug(null))) {
            plain.setExceptionHandler((failed, failure) -> unhandled.add(failure));
            plain.createTask(Async.failed(new IOException("boom")));
            plain.callSoon(() -> forgetful());
            plain.stop();
            plain.runForever();
        }
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).origin()).isNull();
        assertThat(reports).isEmpty();
    }

    @Test
    void aReceiverThatThrowsDoesNotStopTheLoop() {
        List<String> trail = new ArrayList<>();
        DebugOptions broken = DebugOptions.defaults().receiver(report -> {
            trail.add("told");
            throw new IllegalStateException("the receiver is broken");
        });
        try (EventLoop debugged =
                EventLoop.open(LoopOptions.defaults().clock(clock).debug(broken))) {
            debugged.callSoon(() -> clock.advance(Duration.ofSeconds(1)));
            debugged.callSoon(() -> trail.add("next"));
            debugged.stop();
            debugged.runForever();
        }
        assertThat(trail).containsExactly("told", "next");
    }

    private void turn() {
        loop.stop();
        loop.runForever();
    }
}
