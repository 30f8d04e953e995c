package dev.reprise.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.io.Connection;
import dev.reprise.io.Net;
import dev.reprise.io.Server;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class VirtualClockTest {

    private final VirtualClock clock = new VirtualClock();
    private final EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(clock));
    private final List<String> trail = new ArrayList<>();

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    @Test
    void aYearPassesInNoTime() {
        long started = System.nanoTime();
        loop.runUntilComplete(Async.sleep(Duration.ofDays(365)));
        assertThat(clock.elapsed()).isEqualTo(Duration.ofDays(365));
        assertThat(System.nanoTime() - started)
                .isLessThan(Duration.ofSeconds(30).toNanos());
    }

    @Test
    void itStandsStillWhileAnythingIsReady() {
        loop.callLater(Duration.ofNanos(1), () -> trail.add("timer"));
        loop.runUntilComplete(new dev.reprise.Counting(1000, i -> Async.sleep(Duration.ZERO)));
        assertThat(trail).isEmpty();
        assertThat(clock.elapsed()).isZero();
    }

    @Test
    void itWaitsForBlockingWork() {
        CountDownLatch begun = new CountDownLatch(1);
        Task<?> timer = loop.createTask(
                Script.of(nothing -> Async.sleep(Duration.ofHours(1))).then(nothing -> {
                    trail.add("timer");
                    return Async.done();
                }));
        loop.createTask(Script.of(nothing -> loop.runInExecutor(() -> {
                    begun.await();
                    return null;
                }))
                .then(nothing -> {
                    trail.add("work " + clock.elapsed());
                    return Async.done();
                }));
        Thread releaser = new Thread(begun::countDown);
        loop.callSoon(releaser::start);
        loop.runUntilComplete(timer);
        assertThat(trail).containsExactly("work PT0S", "timer");
    }

    @Test
    void itIsPatientWithSockets_andJumpsWhenTheyAreSilent() {
        loop.runUntilComplete(Script.of(nothing -> {
                    Server server = Net.listen(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                            c -> Script.of(none -> c.readLine()).then((String line) -> {
                                c.write(line + "\n");
                                return Async.sleep(Duration.ofHours(2));
                            }));
                    return Net.connect(server.address());
                })
                .then((Connection c) -> {
                    c.write("x\n");
                    return Script.of(nothing -> c.readLine())
                            .then(line -> {
                                trail.add(line + " after " + clock.elapsed());
                                return c.readLine();
                            })
                            .then(end -> {
                                trail.add(end + " after " + clock.elapsed());
                                return Async.done();
                            });
                }));
        assertThat(trail).containsExactly("x after PT0S", "null after PT2H");
    }

    @Test
    void itCanBeMovedByHand() {
        loop.callLater(Duration.ofSeconds(5), () -> trail.add("due"));
        clock.advance(Duration.ofSeconds(5));
        loop.stop();
        loop.runForever();
        assertThat(trail).containsExactly("due");
        assertThat(clock.elapsed()).isEqualTo(Duration.ofSeconds(5));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)));
    }
}
