package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.Script;
import dev.reprise.Task;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class PipesTest {

    private final InputStream before = System.in;
    private final PipedOutputStream keyboard = new PipedOutputStream();

    @BeforeEach
    void replaceStandardInput() throws IOException {
        System.setIn(new PipedInputStream(keyboard));
    }

    @AfterEach
    void restoreStandardInput() {
        System.setIn(before);
    }

    private void type(String text) throws IOException {
        keyboard.write(text.getBytes(StandardCharsets.UTF_8));
        keyboard.flush();
    }

    @Test
    void theLinesOfStandardInputAreRead_othersRunMeanwhile() throws IOException {
        try (EventLoop loop = EventLoop.open()) {
            Task<List<String>> lines = loop.createTask(Script.<List<String>>of(
                    none -> Pipes.standardInput().lines().toList()));
            loop.runUntilComplete(Async.sleep(Duration.ZERO));
            assertThat(lines.isDone()).isFalse();
            type("one\ntwo\nthr");
            type("ee");
            keyboard.close();
            assertThat(loop.runUntilComplete(lines)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void aStreamThatFailsInAWayItDoesNotDeclareFailsTheRead() {
        InputStream broken = new InputStream() {
            @Override
            public int read() {
                throw new IllegalStateException("broken");
            }
        };
        try (EventLoop loop = EventLoop.open()) {
            Task<String> reading = loop.createTask(
                    Script.<String>of(none -> Pipes.reader(broken).readLine()));
            loop.runUntilComplete(Script.awaiting(reading).recover(failure -> Async.done()));
            assertThat(reading.exception())
                    .isInstanceOf(IOException.class)
                    .hasRootCauseInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aLineThatComesAfterTheReadWasCancelledIsThereForTheNextLoop() throws IOException {
        try (EventLoop loop = EventLoop.open()) {
            Task<String> cancelled = loop.createTask(
                    Script.<String>of(none -> Pipes.standardInput().readLine()));
            loop.runUntilComplete(Async.sleep(Duration.ofMillis(1)));
            cancelled.cancel();
            loop.runUntilComplete(Script.awaiting(cancelled).recover(failure -> Async.done()));
        }
        type("late\n");
        try (EventLoop loop = EventLoop.open()) {
            String line = loop.runUntilComplete(
                    Script.<String>of(none -> Pipes.standardInput().readLine()));
            assertThat(line).isEqualTo("late");
        }
    }

    @Test
    void bytesCountAsWrittenWhenTheStreamHasTakenThem() {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        CountDownLatch gate = new CountDownLatch(1);
        boolean[] closed = {false};
        OutputStream slow = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                try {
                    gate.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                written.write(one);
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        try (EventLoop loop = EventLoop.open()) {
            loop.runUntilComplete(Script.of(none -> {
                ByteWriter writer = Pipes.writer(slow);
                writer.write("x".repeat(100_000));
                writer.closeOutput();
                Task<?> flush = loop.createTask(writer.flush());
                return Script.of(nothing -> Async.sleep(Duration.ofMillis(5))).then(nothing -> {
                    assertThat(flush.isDone()).isFalse();
                    gate.countDown();
                    return flush;
                });
            }));
            assertThat(written.size()).isEqualTo(100_000);
            assertThat(closed[0]).isTrue();
        }
    }

    @Test
    void aStreamThatFailsFailsTheDrain() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("broken");
            }
        };
        try (EventLoop loop = EventLoop.open()) {
            Throwable[] raised = {null};
            loop.runUntilComplete(Script.of(none -> {
                ByteWriter writer = Pipes.writer(broken);
                writer.write("x");
                return Script.of(nothing -> writer.flush()).recover(failure -> {
                    raised[0] = failure;
                    return Async.done();
                });
            }));
            assertThat(raised[0]).hasMessage("broken");
        }
    }
}
