package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.testing.VirtualClock;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunnerTest {

    private final Runner runner = Runner.open(LoopOptions.defaults().clock(new VirtualClock()));
    private final List<String> trail = new ArrayList<>();

    @AfterEach
    void close() {
        runner.close();
    }

    @Test
    void a104_allRunsAreOnOneLoop() {
        assertThat(runner.<EventLoop>run(Script.of(nothing -> Async.of(EventLoop.current()))))
                .isSameAs(runner.loop());
        assertThat(runner.<EventLoop>run(Script.of(nothing -> Async.of(EventLoop.current()))))
                .isSameAs(runner.loop());
    }

    @Test
    void a104_whatARunSetsOfContextVariablesIsThereInTheNext() {
        ContextVar<String> user = ContextVar.named("user", "nobody");
        runner.run(Script.doing(() -> user.set("ada")));
        assertThat(runner.<String>run(Script.of(nothing -> Async.of(user.get()))))
                .isEqualTo("ada");
        assertThatThrownBy(() -> runner.run(Script.of(nothing -> {
                    user.set("grace");
                    return Async.failed(new IOException("boom"));
                })))
                .hasMessage("boom");
        assertThat(runner.<String>run(Script.of(nothing -> Async.of(user.get()))))
                .isEqualTo("grace");
        assertThat(user.get()).isEqualTo("nobody");
    }

    @Test
    void a104_aChildOfARunDoesNotChangeWhatTheNextSees() {
        ContextVar<String> user = ContextVar.named("user", "nobody");
        runner.run(Script.of(nothing -> EventLoop.current().createTask(Script.doing(() -> user.set("child")))));
        assertThat(runner.<String>run(Script.of(nothing -> Async.of(user.get()))))
                .isEqualTo("nobody");
    }

    @Test
    void a104_afterTheCloseRunningIsAnError() {
        runner.close();
        runner.close();
        assertThatIllegalStateException()
                .isThrownBy(() -> runner.run(Async.done()))
                .withMessageContaining("closed");
    }

    @Test
    void a104_aRunInsideARunningLoopIsAnError() {
        runner.run(Script.doing(() -> {
            assertThatIllegalStateException()
                    .isThrownBy(() -> runner.run(Async.done()))
                    .withMessageContaining("await the coroutine");
            assertThatIllegalStateException()
                    .isThrownBy(() -> EventLoop.run(Async.done()))
                    .withMessageContaining("await the coroutine");
            trail.add("refused");
        }));
        assertThat(trail).containsExactly("refused");
    }

    @Test
    void a104_tasksThatARunLeavesGoOnInTheNextAndAreCancelledByTheClose() {
        runner.run(Script.of(nothing -> {
            EventLoop.current()
                    .createTask(Script.of(none -> {
                                trail.add("begins");
                                return Async.sleep(Duration.ofSeconds(1));
                            })
                            .then(none -> {
                                trail.add("goes on");
                                return Async.sleep(Duration.ofHours(1));
                            })
                            .recover(cancelled -> {
                                trail.add(cancelled.getMessage());
                                return Async.failed(cancelled);
                            }));
            return Async.sleep(Duration.ZERO);
        }));
        assertThat(trail).containsExactly("begins");
        runner.run(Async.sleep(Duration.ofSeconds(2)));
        assertThat(trail).containsExactly("begins", "goes on");
        runner.close();
        assertThat(trail).containsExactly("begins", "goes on", "the event loop is closing");
    }
}
