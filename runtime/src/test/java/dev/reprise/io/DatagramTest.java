package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.AsyncIterator;
import dev.reprise.Counting;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.VirtualLoop;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.net.StandardSocketOptions;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DatagramTest extends VirtualLoop {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    private DatagramEndpoint one;
    private DatagramEndpoint other;

    @BeforeEach
    void open() {
        loop.runUntilComplete(Script.of(none -> {
            one = Net.datagrams(ANY_PORT);
            other = Net.datagrams(ANY_PORT);
            return Async.done();
        }));
    }

    private Async<?> send(String... texts) {
        return new Counting(
                texts.length, i -> one.send(texts[i].getBytes(StandardCharsets.UTF_8), other.localAddress()));
    }

    private Script<String> receive() {
        return Script.<String>of(none -> other.receive()).then((Datagram packet) -> {
            assertThat(packet.from()).isEqualTo(one.localAddress());
            return Async.of(new String(packet.data(), StandardCharsets.UTF_8));
        });
    }

    private String next() {
        return loop.runUntilComplete(receive());
    }

    @Test
    void packetsKeepTheirBorders_anEmptyOneIsOne() {
        loop.runUntilComplete(send("one", "", "three"));
        assertThat(next()).isEqualTo("one");
        assertThat(next()).isEmpty();
        assertThat(next()).isEqualTo("three");
    }

    @Test
    void receiversAreServedInTheOrderInWhichTheyCame() {
        Task<String> first = loop.createTask(receive());
        Task<String> second = loop.createTask(receive());
        settle();
        loop.runUntilComplete(send("a", "b"));
        assertThat(loop.runUntilComplete(second)).isEqualTo("b");
        assertThat(first.result()).isEqualTo("a");
    }

    @Test
    void cancelledInAnyTurn_noPacketIsLost() {
        for (int turns = 0; turns < 8; turns++) {
            int turn = turns;
            Task<String> cancelled = loop.createTask(receive());
            loop.createTask(send("packet"));
            loop.runUntilComplete(Script.of(none -> new Counting(turn, i -> Async.sleep(Duration.ZERO)))
                    .then(none -> {
                        cancelled.cancel();
                        return Async.done();
                    }));
            settle();
            assertThat(cancelled.isCancelled() ? next() : cancelled.result())
                    .as("cancelled after %d turns", turn)
                    .isEqualTo("packet");
        }
    }

    @Test
    void thePacketsAreIterated() {
        AsyncIterator<Datagram> packets = other.received().asyncIterator();
        loop.runUntilComplete(send("a", "b"));
        for (String expected : new String[] {"a", "b"}) {
            assertThat(loop.runUntilComplete(packets.advance())).isTrue();
            assertThat(packets.current().data()).asString().isEqualTo(expected);
        }
    }

    @Test
    void whatNobodyAsksForIsKeptByTheSystem_upToItsBuffer() throws IOException {
        other.option(StandardSocketOptions.SO_RCVBUF, 8 * 1024);
        String kilobyte = "x".repeat(1024);
        loop.runUntilComplete(new Counting(1000, i -> send(kilobyte)));
        int[] received = {0};
        Task<?> receiving = loop.createTask(new Counting(
                1000,
                i -> Script.of(none -> receive()).then(none -> {
                    received[0]++;
                    return Async.done();
                })));
        loop.runUntilComplete(Async.sleep(Duration.ofSeconds(1)));
        receiving.cancel();
        assertThat(received[0]).isBetween(1, 100);
    }

    @Test
    void aSocketWithOneRemoteAddressHearsThatNobodyIsThere() {
        Throwable[] raised = {null};
        loop.runUntilComplete(Script.of(none -> {
            InetSocketAddress nobody = other.localAddress();
            other.close();
            return Script.of(nothing -> Async.sleep(Duration.ZERO)).then(nothing -> {
                DatagramEndpoint connected = Net.datagrams(ANY_PORT, nobody);
                return Script.of(n -> connected.send(new byte[1], nobody))
                        .then(n -> connected.receive())
                        .recover(failure -> {
                            raised[0] = failure;
                            return connected.closeAsync();
                        });
            });
        }));
        assertThat(raised[0]).isInstanceOf(PortUnreachableException.class);
    }

    @Test
    void aPacketThatIsTooLargeIsRefused_theSocketStaysUsable() {
        Task<?> tooLarge = loop.createTask(send("x".repeat(70_000)));
        settle();
        assertThat(tooLarge.exception()).isInstanceOf(IOException.class);
        loop.runUntilComplete(send("small"));
        assertThat(next()).isEqualTo("small");
    }

    @Test
    void closingFailsWhoReceives_andIsClosedForWhoComesLater() {
        Task<?> receiving = loop.createTask(receive());
        settle();
        onLoop(() -> {
            other.close();
            other.close();
        });
        settle();
        assertThat(receiving.exception()).isInstanceOf(AsynchronousCloseException.class);
        Task<?> late = loop.createTask(receive());
        settle();
        assertThat(late.exception()).isInstanceOf(ClosedChannelException.class);
        assertThat(other.isOpen()).isFalse();
    }
}
