package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.Counting;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.VirtualLoop;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Addresses that answer as the test says, in virtual time. */
class HappyEyeballsTest extends VirtualLoop {

    private static final Duration DELAY = Duration.ofMillis(250);

    /** What dialling the address whose last byte is the key does. */
    private final Map<Integer, Async<Connection>> answers = new HashMap<>();

    private final List<FakeLink> links = new ArrayList<>();

    private static InetAddress v4(int last) {
        return address(new byte[] {10, 0, 0, (byte) last});
    }

    private static InetAddress v6(int last) {
        byte[] bytes = new byte[16];
        bytes[0] = (byte) 0xfd;
        bytes[15] = (byte) last;
        return address(bytes);
    }

    private static InetAddress address(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int number(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes[bytes.length - 1];
    }

    private Async<Connection> dial(SocketAddress to) {
        int number = number(((InetSocketAddress) to).getAddress());
        trail.add(clock.elapsed().toMillis() + " dial " + number);
        return Script.<Connection>awaiting(answers.get(number)).recover(raised -> {
            trail.add(clock.elapsed().toMillis() + " end " + number);
            throw raised;
        });
    }

    private Async<Connection> connects(int millis) {
        return Script.<Connection>of(none -> Async.sleep(Duration.ofMillis(millis)))
                .then(none -> {
                    FakeLink link = new FakeLink();
                    links.add(link);
                    try (SocketChannel placeholder = SocketChannel.open()) {
                        return Async.of(new Connection(new Wire(LoopCore.running(), link), placeholder));
                    }
                });
    }

    private static Async<Connection> refuses(int millis, String message) {
        return Script.<Connection>of(none -> Async.sleep(Duration.ofMillis(millis)))
                .then(none -> Async.failed(new ConnectException(message)));
    }

    private Task<Connection> race(InetAddress... addresses) {
        return loop.createTask(new HappyEyeballs(Arrays.asList(addresses), 80, DELAY, this::dial));
    }

    private long open() {
        return links.stream().filter(FakeLink::isOpen).count();
    }

    @Test
    void kindsOfAddressesTakeTurns_beginningWithTheFirst() {
        assertThat(HappyEyeballs.interleaved(List.of(v6(1), v6(2), v6(3), v4(4), v4(5))))
                .extracting(HappyEyeballsTest::number)
                .containsExactly(1, 4, 2, 5, 3);
        assertThat(HappyEyeballs.interleaved(List.of(v4(1), v6(2), v4(3))))
                .extracting(HappyEyeballsTest::number)
                .containsExactly(1, 2, 3);
        assertThat(HappyEyeballs.interleaved(List.of(v4(1), v4(2))))
                .extracting(HappyEyeballsTest::number)
                .containsExactly(1, 2);
    }

    @Test
    void theNextAddressIsTriedAfterTheDelay_theFirstAnswerIsKept_theOthersAreGivenUp() {
        answers.put(1, connects(100_000));
        answers.put(2, connects(300));
        answers.put(3, connects(100_000));
        Connection kept = loop.runUntilComplete(race(v6(1), v4(2), v4(3)));
        assertThat(trail).containsExactly("0 dial 1", "250 dial 2", "500 dial 3", "550 end 1", "550 end 3");
        assertThat(kept.isOpen()).isTrue();
    }

    @Test
    void theNextAddressIsTriedAtOnceWhenOneHasFailed() {
        answers.put(1, refuses(10, "one"));
        answers.put(2, refuses(20, "two"));
        answers.put(3, connects(5));
        loop.runUntilComplete(race(v6(1), v4(2), v6(3)));
        assertThat(trail).containsExactly("0 dial 1", "10 end 1", "10 dial 2", "30 end 2", "30 dial 3");
    }

    @Test
    void ifNobodyAnswersTheFailureIsTheFirst_withTheOthersSuppressed() {
        answers.put(1, refuses(10, "one"));
        answers.put(2, refuses(5, "two"));
        Task<Connection> task = race(v6(1), v4(2));
        settleUntilDone(task);
        assertThat(task.exception()).isInstanceOf(ConnectException.class).hasMessage("one");
        assertThat(task.exception().getSuppressed())
                .extracting(Throwable::getMessage)
                .containsExactly("two");
    }

    @Test
    void ofTwoThatAnswerAtTheSameTimeOneIsClosed() {
        answers.put(1, connects(300));
        answers.put(2, connects(50));
        Connection kept = loop.runUntilComplete(race(v6(1), v4(2)));
        settle();
        assertThat(links).hasSize(2);
        assertThat(open()).isEqualTo(1);
        assertThat(kept.isOpen()).isTrue();
    }

    @Test
    void cancelledAtAnyTime_noConnectionIsLeft() {
        for (int millis : new int[] {0, 100, 250, 299, 300, 301}) {
            for (int turns = 0; turns < 8; turns++) {
                links.clear();
                answers.put(1, connects(400));
                answers.put(2, connects(50));
                Task<Connection> task = race(v6(1), v4(2));
                int turn = turns;
                loop.runUntilComplete(Script.of(none -> Async.sleep(Duration.ofMillis(millis)))
                        .then(none -> new Counting(turn, i -> Async.sleep(Duration.ZERO)))
                        .then(none -> {
                            task.cancel();
                            return Async.done();
                        }));
                settleUntilDone(task);
                assertThat(open())
                        .as("cancelled after %d ms and %d turns", millis, turn)
                        .isEqualTo(task.isCancelled() ? 0 : 1);
            }
        }
    }

    @Test
    void aTimeLimitEndsTheWhole() {
        answers.put(1, connects(1000));
        Async<Connection> connect = new LimitedConnect(
                Duration.ofMillis(400), new HappyEyeballs(List.of(v4(1)), 80, DELAY, this::dial), "somewhere:80");
        Task<Connection> task = loop.createTask(connect);
        settleUntilDone(task);
        assertThat(task.exception())
                .isInstanceOf(SocketTimeoutException.class)
                .hasMessage("cannot connect to somewhere:80 within 400 ms");
        assertThat(trail).containsExactly("0 dial 1", "400 end 1");
    }

    private void settleUntilDone(Task<?> task) {
        loop.runUntilComplete(Script.awaiting(task).recover(failure -> Async.done()));
        settle();
    }
}
