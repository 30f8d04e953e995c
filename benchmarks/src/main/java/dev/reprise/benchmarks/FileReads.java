package dev.reprise.benchmarks;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.gather;
import static dev.reprise.Async.toThread;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Promise;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.CompletionHandler;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** A page of a file that is in memory, read by a coroutine: on a worker thread, through the asynchronous channel of the JDK, on the loop. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FileReads {

    private static final int READS = 1024;
    private static final int PAGE = 4096;
    private static final int PAGES = 4096;

    /** Coroutines that read at the same time. */
    @Param({"1", "16"})
    public int readers;

    private EventLoop loop;
    private Path file;
    private FileChannel blocking;
    private AsynchronousFileChannel asynchronous;

    @Setup
    public void open() throws IOException {
        loop = EventLoop.open();
        file = Files.createTempFile("pages", ".bin");
        Files.write(file, new byte[PAGE * PAGES]);
        blocking = FileChannel.open(file);
        asynchronous = AsynchronousFileChannel.open(file);
    }

    @TearDown
    public void close() throws IOException {
        loop.close();
        blocking.close();
        asynchronous.close();
        Files.delete(file);
    }

    /** What a reader does with each page. */
    private interface Read {
        Async<Integer> page(ByteBuffer into, long position) throws IOException;
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int worker() throws IOException {
        return all((into, position) -> toThread(() -> blocking.read(into, position)));
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int asynchronousChannel() throws IOException {
        return all(this::readAsynchronously);
    }

    @Benchmark
    @OperationsPerInvocation(READS)
    public int onTheLoop() throws IOException {
        return all((into, position) -> Async.of(blocking.read(into, position)));
    }

    private int all(Read read) throws IOException {
        List<Async<Void>> reading = new ArrayList<>();
        for (int i = 0; i < readers; i++) {
            reading.add(reader(i, read));
        }
        return loop.runUntilComplete(gather(reading)).size();
    }

    @Coroutine
    private Async<Void> reader(int number, Read read) throws IOException {
        ByteBuffer into = ByteBuffer.allocateDirect(PAGE);
        for (int i = 0; i < READS / readers; i++) {
            long page = (number * 7919L + i * 104729L) % PAGES;
            if (await(read.page(into.clear(), page * PAGE)) != PAGE) {
                throw new AssertionError("a page was not read whole");
            }
        }
        return done();
    }

    @Coroutine
    private Async<Integer> readAsynchronously(ByteBuffer into, long position) {
        Promise<Integer> read = loop.promise();
        asynchronous.read(into, position, read, new CompletionHandler<>() {
            @Override
            public void completed(Integer count, Promise<Integer> promise) {
                loop.execute(() -> promise.complete(count));
            }

            @Override
            public void failed(Throwable failure, Promise<Integer> promise) {
                loop.execute(() -> promise.fail(failure));
            }
        });
        return Async.of(await(read));
    }
}
