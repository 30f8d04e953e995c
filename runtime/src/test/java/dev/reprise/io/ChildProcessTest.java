package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.Counting;
import dev.reprise.EventLoop;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.UnhandledFailure;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Real processes, in real time. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class ChildProcessTest {

    private static final int MUCH = 3 * 1024 * 1024;

    private final EventLoop loop = EventLoop.open();
    private final List<Object> trail = new ArrayList<>();
    private final List<UnhandledFailure> unhandled = new ArrayList<>();

    ChildProcessTest() {
        loop.setExceptionHandler((failed, failure) -> unhandled.add(failure));
    }

    @AfterEach
    void closeLoop() {
        loop.close();
        assertThat(unhandled).as("told to the exception handler").hasSize(0);
        assertThat(ProcessHandle.current().children()).as("processes left").isEmpty();
    }

    private <T> T run(Script.Step<Object> program) {
        return loop.runUntilComplete(Script.<T>of(program));
    }

    private static ProcessBuilder shell(String script) {
        return new ProcessBuilder("/bin/sh", "-c", script);
    }

    private Script<Object> using(ProcessBuilder builder, Script.Step<ChildProcess> use) {
        return Script.of(none -> ChildProcess.start(builder))
                .then((ChildProcess process) -> Script.of(none -> use.run(process))
                        .then(value -> Script.of(none -> process.closeAsync()).then(none -> Async.of(value)))
                        .recover(failure -> Script.of(none -> process.closeAsync())
                                .then(none -> {
                                    throw failure;
                                })));
    }

    @Test
    void a123_communicateGivesBothOutputsWhole_andTheExitCode() {
        byte[] input = "x".repeat(MUCH).getBytes(StandardCharsets.UTF_8);
        ProcessResult result =
                run(none -> ChildProcess.run(shell("tee /dev/stderr; exit 3"), input, ChildProcess.OUTPUT_LIMIT));
        assertThat(result.exitCode()).isEqualTo(3);
        assertThat(result.output()).isEqualTo(input);
        assertThat(result.error()).isEqualTo(input);
    }

    @Test
    void a123_aKilledProcessEndsWithTheCodeOfTheSignal() {
        Integer killed = run(none -> using(shell("exec sleep 1000"), process -> {
            process.kill();
            return process.exitCode();
        }));
        assertThat(killed).isEqualTo(128 + 9);
        Integer terminated = run(none -> using(shell("exec sleep 1000"), process -> {
            assertThat(process.isAlive()).isTrue();
            process.terminate();
            return process.exitCode();
        }));
        assertThat(terminated).isEqualTo(128 + 15);
    }

    @Test
    void aCommandIsRunToItsEnd() {
        ProcessResult result = run(none -> ChildProcess.run("/bin/echo", "hello"));
        assertThat(result.text()).isEqualTo("hello\n");
        assertThat(result.errorText()).isEmpty();
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void aProcessIsTalkedToLineByLine() {
        run(none -> using(
                shell("while read line; do echo \"got $line\"; done; echo end"),
                process -> new Counting(3, i -> {
                    process.input().write(i + "\n");
                    return Script.of(n -> process.output().readLine()).then(line -> {
                        trail.add(line);
                        return Async.done();
                    });
                })));
        assertThat(trail).containsExactly("got 0", "got 1", "got 2");
    }

    @Test
    void theEndOfTheInputIsTheEndOfTheLines() {
        List<String> sorted = run(none -> using(new ProcessBuilder("sort"), process -> {
            process.input().write("b\na\n");
            process.input().closeOutput();
            return process.output().lines().toList();
        }));
        assertThat(sorted).containsExactly("a", "b");
    }

    @Test
    void aProcessThatDoesNotReadHoldsUpTheWriter_untilItIsKilled() {
        run(none -> using(shell("exec sleep 1000"), process -> {
            process.input().write("x".repeat(MUCH));
            Task<?> drain = loop.createTask(process.input().drain());
            return Script.of(n -> Async.sleep(Duration.ofMillis(20)))
                    .then(n -> {
                        trail.add(drain.isDone());
                        process.kill();
                        return drain;
                    })
                    .recover(failure -> {
                        trail.add(failure);
                        return Async.done();
                    });
        }));
        assertThat(trail.get(0)).isEqualTo(false);
        assertThat(trail.get(1)).isInstanceOf(IOException.class);
    }

    @Test
    void aProcessThatDoesNotReadItsInputIsNoFailureOfCommunicate() {
        ProcessResult result = run(none -> ChildProcess.run(shell("exit 0"), new byte[MUCH], 10));
        assertThat(result.exitCode()).isZero();
    }

    @Test
    void moreOutputThanAllowedKillsTheProcess() {
        assertThatThrownBy(() -> run(none -> ChildProcess.run(shell("yes; sleep 1000"), new byte[0], 1000)))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void moreThanAllowedOfBothAtTheSameTimeIsOneFailure() {
        ProcessBuilder both = shell("yes | tee /dev/stderr");
        for (int i = 0; i < 20; i++) {
            assertThatThrownBy(() -> run(none -> ChildProcess.run(both, new byte[0], 1000)))
                    .isInstanceOf(LimitExceededException.class);
        }
    }

    @Test
    void whatCommunicateLeavesIsThereForTheNextRead() {
        run(none -> using(
                shell("echo long; exec sleep 1000"),
                process -> Script.of(n -> process.communicate(new byte[0], 2)).recover(failure -> {
                    trail.add(failure.getClass());
                    Task<?> errors = loop.createTask(process.error().readLine());
                    return Script.of(n -> process.output().readLine()).then(line -> {
                        trail.add(line);
                        process.kill();
                        return errors;
                    });
                })));
        assertThat(trail).containsExactly(LimitExceededException.class, "long");
    }

    @Test
    void whatAProcessWritesAfterItWasAskedToEndIsRead() {
        String script = "trap 'echo farewell; exit 3' TERM; echo ready; read line";
        Integer code = run(none -> using(
                shell(script),
                process -> Script.of(n -> process.output().readLine()).then(ready -> {
                    trail.add(ready);
                    process.terminate();
                    process.input().closeOutput();
                    return Script.of(n -> process.exitCode())
                            .then(left -> Script.of(n -> process.output().readLine())
                                    .then(line -> {
                                        trail.add(line);
                                        return Async.of(left);
                                    }));
                })));
        assertThat(trail).containsExactly("ready", "farewell");
        assertThat(code).isEqualTo(3);
    }

    @Test
    void anInputThatWasClosedBeforeIsNoMistake() {
        ProcessResult result = run(none -> using(new ProcessBuilder("cat"), process -> {
            process.input().write("all");
            process.input().closeOutput();
            return process.communicate(new byte[0], 99);
        }));
        assertThat(result.text()).isEqualTo("all");
    }

    @Test
    void aProcessThatNobodyClosesIsKilledWithItsLoop_andTheExceptionHandlerTold() throws IOException {
        long descriptors = Descriptors.open();
        ChildProcess left = run(none -> ChildProcess.start(shell("exec sleep 1000")));
        Task<?> reading =
                loop.createTask(Script.of(none -> left.output().readLine()).recover(failure -> {
                    trail.add(failure.getClass());
                    return Async.done();
                }));
        run(none -> Async.sleep(Duration.ofMillis(20)));
        assertThat(reading.isDone()).isFalse();

        loop.close();

        assertThat(trail).containsExactly(dev.reprise.Cancelled.class);
        assertThat(unhandled).singleElement().satisfies(told -> {
            assertThat(told.message())
                    .isEqualTo(
                            "process " + left.pid()
                                    + " was killed because its loop was closed, and it was not: start it"
                                    + " in a try-with-resources statement, or by ProcessBuilder.start() if it is to outlive the loop");
        });
        unhandled.clear();
        awaitNoProcess();
        while (Descriptors.open() > descriptors) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aProcessThatHasEndedByItselfIsNoBelongingOfTheLoop() {
        run(none -> {
            Script<?> runs = Script.of(n -> new Counting(
                    3,
                    i -> Script.of(m -> ChildProcess.start(shell("exit 0")))
                            .then((ChildProcess process) -> process.communicate(new byte[0], 10))));
            return runs.then(n -> Async.done());
        });
        while (belongings() > 0) {
            Thread.onSpinWait();
        }
    }

    private int belongings() {
        return run(none -> Async.of(LoopCore.running().belongings().size()));
    }

    private static void awaitNoProcess() {
        while (ProcessHandle.current().children().findAny().isPresent()) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aProgramThatIsNotThereIsAFailure() {
        assertThatThrownBy(() -> run(none -> ChildProcess.run("/no/such/program")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("/no/such/program");
    }

    @Test
    void cancelledAtAnyTime_noProcessIsLeft() {
        for (int millis = 0; millis < 12; millis++) {
            Task<?> task = loop.createTask(Script.of(none -> ChildProcess.run("/bin/sleep", "1000")));
            Awaitable<?> later = millis == 0 ? Async.sleep(Duration.ZERO) : Async.sleep(Duration.ofMillis(millis));
            loop.runUntilComplete(Script.of(none -> later).then(none -> {
                task.cancel();
                return Async.done();
            }));
            loop.runUntilComplete(Script.awaiting(task).recover(failure -> Async.done()));
            assertThat(task.isCancelled()).isTrue();
        }
        awaitNoProcess();
    }
}
