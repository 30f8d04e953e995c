package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.UnhandledFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A loop is closed in the middle of a conversation between its own connections, one turn later each time, until the conversation is
 * over before that. Nobody in it closes anything when interrupted; descriptors are counted.
 */
@Timeout(120)
class LoopCloseTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(LOOPBACK, 0);
    private static final byte[] MUCH = new byte[300_000];

    private final List<UnhandledFailure> unhandled = new ArrayList<>();
    private final TlsOptions serverTls = TlsOptions.defaults().context(TestCertificates.SERVER.context());
    private final TlsOptions clientTls =
            TlsOptions.defaults().context(TestCertificates.anonymous()).hostName("tls.example");

    @TempDir
    Path folder;

    /** Begins a conversation on the loop that runs. */
    private interface Conversation {
        Awaitable<?> begin() throws Exception;
    }

    @Test
    void overTcp() throws IOException {
        closeAfterEachTurn(() -> overStream(ANY_PORT, ListenOptions.defaults(), ConnectOptions.defaults()));
    }

    @Test
    void overAUnixDomainSocket() throws IOException {
        Path file = folder.resolve("socket");
        closeAfterEachTurn(() -> {
            Files.deleteIfExists(file);
            return overStream(UnixDomainSocketAddress.of(file), ListenOptions.defaults(), ConnectOptions.defaults());
        });
    }

    @Test
    void overTls() throws IOException {
        closeAfterEachTurn(() -> overStream(
                ANY_PORT,
                ListenOptions.defaults().tls(serverTls),
                ConnectOptions.defaults().tls(clientTls)));
    }

    @Test
    void whileAFileIsSent() throws IOException {
        try (FileChannel content = FileChannel.open(Files.write(folder.resolve("file"), MUCH))) {
            closeAfterEachTurn(() -> {
                Server server = Net.listen(ANY_PORT, client -> client.readExactly(MUCH.length));
                return Script.of(none -> Net.connect(server.address()))
                        .then((Connection connection) -> connection.transferFrom(content, 0, MUCH.length))
                        .then(none -> server.awaitClients());
            });
        }
    }

    @Test
    void overDatagrams() throws IOException {
        closeAfterEachTurn(() -> {
            DatagramEndpoint one = Net.datagrams(ANY_PORT);
            DatagramEndpoint other = Net.datagrams(ANY_PORT, one.localAddress());
            return Script.of(none -> other.send(new byte[] {1}, one.localAddress()))
                    .then(none -> one.receive())
                    .then((Datagram packet) -> one.send(packet.data(), packet.from()))
                    .then(none -> other.receive());
        });
    }

    private static Awaitable<?> overStream(SocketAddress address, ListenOptions listening, ConnectOptions connecting)
            throws IOException {
        Server server = Net.listen(
                address,
                listening,
                client -> Script.of(none -> client.readExactly(MUCH.length)).then(none -> {
                    client.write(MUCH);
                    client.write("\n");
                    return client.drain();
                }));
        return Script.of(none -> Net.connect(server.address(), connecting))
                .then((Connection connection) -> Script.of(none -> {
                            connection.write(MUCH);
                            return connection.drain();
                        })
                        .then(none -> connection.readUntil("\n".getBytes(StandardCharsets.US_ASCII), 1_000_000))
                        .then(none -> connection.closeAsync()))
                .then(none -> server.awaitClients());
    }

    private void closeAfterEachTurn(Conversation conversation) throws IOException {
        assertThat(closeAfter(Integer.MAX_VALUE, conversation))
                .as("nobody closes the loop")
                .isTrue();
        long open = Descriptors.open();
        boolean over = false;
        int turns = 0;
        for (; !over; turns++) {
            int later = turns;
            over = closeAfter(later, conversation);
            open = Descriptors.checkNoneLeft(
                    open, "closed after " + later + " turns", () -> closeAfter(later, conversation));
        }
        assertThat(turns).as("it was not over at once").isGreaterThan(1);
        assertThat(unhandled).isEmpty();
    }

    /** Says whether the conversation was over before. */
    private boolean closeAfter(int turns, Conversation conversation) {
        EventLoop loop = EventLoop.open(LoopOptions.defaults().executor(Runnable::run));
        try (loop) {
            loop.setExceptionHandler((failed, failure) -> unhandled.add(failure));
            Task<?> task = loop.createTask(Script.of(none -> conversation.begin()));
            for (int i = 0; i < turns && !task.isDone(); i++) {
                loop.runUntilComplete(Async.sleep(Duration.ZERO));
            }
            if (task.isDone()) {
                assertThat(task.exception()).isNull();
            }
            return task.isDone();
        }
    }
}
