package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.Counting;
import dev.reprise.EventLoop;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.loop.LoopCore;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TransferTest {

    private static final int SIZE = 5 * 1024 * 1024 + 17;

    private final EventLoop loop = EventLoop.open();
    private final byte[] content = new byte[SIZE];
    private FileChannel file;

    @TempDir
    Path folder;

    @BeforeEach
    void openFile() throws IOException {
        new Random(1).nextBytes(content);
        file = FileChannel.open(Files.write(folder.resolve("file"), content));
    }

    @AfterEach
    void close() throws IOException {
        loop.close();
        file.close();
    }

    private <T> T run(Script.Step<Object> program) {
        return loop.runUntilComplete(Script.<T>of(program));
    }

    @Test
    void aFileIsSentBetweenWhatIsWrittenBeforeAndMeanwhile() throws IOException {
        long[] sent = {0};
        byte[] received;
        try (ServerSocket server = Peer.listening()) {
            received = run(none -> Script.<byte[]>of(nothing -> Net.connect(server.getLocalSocketAddress()))
                    .then((Connection own) -> {
                        Peer peer = Peer.acceptedBy(server);
                        own.write("before");
                        Task<Long> transfer = loop.createTask(own.transferFrom(file, 0, Long.MAX_VALUE));
                        return Script.of(nothing -> new Counting(3, i -> Async.sleep(Duration.ZERO)))
                                .then(nothing -> {
                                    own.write("after");
                                    Awaitable<byte[]> reading = peer.does(Peer::readAll);
                                    return Script.of(n -> transfer)
                                            .then((Long count) -> {
                                                sent[0] = count;
                                                return own.closeAsync();
                                            })
                                            .then(n -> reading);
                                });
                    }));
        }
        assertThat(sent[0]).isEqualTo(SIZE);
        assertThat(received)
                .hasSize(6 + SIZE + 5)
                .startsWith("before".getBytes())
                .endsWith("after".getBytes());
        assertThat(Arrays.copyOfRange(received, 6, 6 + SIZE)).isEqualTo(content);
    }

    @Test
    void whatAnotherWritesWhenBothHaveWaitedForTheSameBytesStaysTogether() throws IOException {
        byte[] much = new byte[8 * 1024 * 1024];
        byte[] received;
        try (ServerSocket server = Peer.listening()) {
            received = run(none -> Script.<byte[]>of(nothing -> Net.connect(server.getLocalSocketAddress()))
                    .then((Connection own) -> {
                        Peer peer = Peer.acceptedBy(server);
                        own.write(much);
                        Task<?> writer = loop.createTask(
                                Script.of(nothing -> own.flush()).then(nothing -> {
                                    own.write(much);
                                    return own.flush();
                                }));
                        Task<Long> transfer = loop.createTask(own.transferFrom(file, 0, Long.MAX_VALUE));
                        return Script.of(nothing -> Async.sleep(Duration.ZERO)).then(nothing -> {
                            Awaitable<byte[]> reading = peer.does(Peer::readAll);
                            return Script.of(n -> writer)
                                    .then(n -> transfer)
                                    .then(n -> own.closeAsync())
                                    .then(n -> reading);
                        });
                    }));
        }
        assertThat(received).hasSize(2 * much.length + SIZE);
        assertThat(Arrays.equals(received, 2 * much.length, received.length, content, 0, SIZE))
                .as("the file is behind both")
                .isTrue();
    }

    @Test
    void aCloseWaitsForATransferThatIsUnderWay() throws IOException {
        byte[] received;
        try (ServerSocket server = Peer.listening()) {
            received = run(none -> Script.<byte[]>of(nothing -> Net.connect(server.getLocalSocketAddress()))
                    .then((Connection own) -> {
                        Peer peer = Peer.acceptedBy(server);
                        Task<Long> transfer = loop.createTask(own.transferFrom(file, 0, Long.MAX_VALUE));
                        return Script.of(nothing -> new Counting(3, i -> Async.sleep(Duration.ZERO)))
                                .then(nothing -> {
                                    Awaitable<byte[]> reading = peer.does(Peer::readAll);
                                    return Script.of(n -> own.closeAsync())
                                            .then(n -> transfer)
                                            .then(n -> reading);
                                });
                    }));
        }
        assertThat(Arrays.equals(received, content)).isTrue();
    }

    @Test
    void aPartOfAFileIsSent_nothingBehindItsEnd() throws IOException {
        try (ServerSocket server = Peer.listening()) {
            byte[] received = run(none -> Script.<byte[]>of(nothing -> Net.connect(server.getLocalSocketAddress()))
                    .then((Connection own) -> {
                        Peer peer = Peer.acceptedBy(server);
                        return Script.of(nothing -> own.transferFrom(file, 10, 5))
                                .then(five -> own.transferFrom(file, SIZE - 3, 99))
                                .then((Long three) -> {
                                    assertThat(three).isEqualTo(3);
                                    return own.closeAsync();
                                })
                                .then(nothing -> peer.does(Peer::readAll));
                    }));
            byte[] expected = new byte[8];
            System.arraycopy(content, 10, expected, 0, 5);
            System.arraycopy(content, SIZE - 3, expected, 5, 3);
            assertThat(received).isEqualTo(expected);
        }
    }

    @Test
    void aTransferThatIsCancelledClosesTheConnection() throws IOException {
        boolean isOpen;
        try (ServerSocket server = Peer.listening()) {
            isOpen = run(none -> Script.<Boolean>of(nothing -> Net.connect(server.getLocalSocketAddress()))
                    .then((Connection own) -> {
                        Task<Long> transfer = loop.createTask(own.transferFrom(file, 0, SIZE));
                        return Script.of(nothing -> Async.sleep(Duration.ofMillis(20)))
                                .then(nothing -> {
                                    transfer.cancel();
                                    return transfer;
                                })
                                .recover(cancelled -> Async.of(own.isOpen()));
                    }));
        }
        assertThat(isOpen).isFalse();
    }

    @Test
    void overAnotherLinkTheFileIsCopied() throws IOException {
        FakeLink link = new FakeLink();
        Files.writeString(folder.resolve("text"), "x".repeat(100_000) + "y");
        try (SocketChannel placeholder = SocketChannel.open();
                FileChannel text = FileChannel.open(folder.resolve("text"))) {
            long count = run(none -> {
                Connection connection = new Connection(new Wire(LoopCore.running(), link), placeholder);
                return connection.transferFrom(text, 0, Long.MAX_VALUE);
            });
            assertThat(count).isEqualTo(100_001);
        }
        assertThat(link.sent()).hasSize(100_001).endsWith("xy");
    }
}
