package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files are sent to blocking sockets, by the system and through TLS. */
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

    /** What the file is sent through. */
    enum Way {
        PLAIN {
            @Override
            ServerSocket listen() throws IOException {
                return Peer.listening();
            }
        },
        TLS {
            @Override
            ServerSocket listen() throws IOException {
                return Peer.listeningTls();
            }

            @Override
            Async<?> secure(Connection own, Peer peer) throws Exception {
                TlsOptions tls = TlsOptions.defaults()
                        .context(TestCertificates.anonymous())
                        .hostName("tls.example");
                // the socket shakes hands when it is used first
                Task<?> hello = EventLoop.current().createTask(peer.does(other -> {
                    other.send("hello");
                    return null;
                }));
                return Script.of(nothing -> own.startTls(tls))
                        .then(nothing -> own.readExactly(5))
                        .then(nothing -> hello);
            }
        };

        abstract ServerSocket listen() throws IOException;

        Async<?> secure(Connection own, Peer peer) throws Exception {
            return Async.done();
        }
    }

    /** What a test does with a connection and its other side, of which nothing has been read. */
    private interface Program {
        Awaitable<?> run(Connection own, Peer peer) throws Exception;
    }

    private <T> T over(Way way, Program program) throws IOException {
        try (ServerSocket server = way.listen()) {
            return run(none -> Script.of(nothing -> Net.connect(server.getLocalSocketAddress()))
                    .then((Connection own) -> {
                        Peer peer = Peer.acceptedBy(server);
                        return Script.of(nothing -> way.secure(own, peer)).then(nothing -> program.run(own, peer));
                    }));
        }
    }

    /** Some turns of the loop, after which a transfer that was started before them is under way. */
    private static Async<?> turns() {
        return new Counting(3, i -> Async.sleep(Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsSentBetweenWhatIsWrittenBeforeAndMeanwhile(Way way) throws IOException {
        long[] sent = {0};
        byte[] received = over(way, (own, peer) -> {
            own.write("before");
            Task<Long> transfer = loop.createTask(own.transferFrom(file, 0, Long.MAX_VALUE));
            return Script.of(nothing -> turns()).then(nothing -> {
                own.write("after");
                Awaitable<byte[]> reading = peer.does(Peer::readAllAndClose);
                return Script.of(n -> transfer)
                        .then((Long count) -> {
                            sent[0] = count;
                            return own.closeAsync();
                        })
                        .then(n -> reading);
            });
        });
        assertThat(sent[0]).isEqualTo(SIZE);
        assertThat(received).hasSize(6 + SIZE + 5);
        assertThat(new String(received, 0, 6)).isEqualTo("before");
        assertThat(new String(received, 6 + SIZE, 5)).isEqualTo("after");
        assertThat(Arrays.equals(received, 6, 6 + SIZE, content, 0, SIZE)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void whatAnotherWritesWhenBothHaveWaitedForTheSameBytesStaysTogether(Way way) throws IOException {
        byte[] much = new byte[8 * 1024 * 1024];
        byte[] received = over(way, (own, peer) -> {
            own.write(much);
            Task<?> writer = loop.createTask(Script.of(nothing -> own.flush()).then(nothing -> {
                own.write(much);
                return own.flush();
            }));
            Task<Long> transfer = loop.createTask(own.transferFrom(file, 0, Long.MAX_VALUE));
            return Script.of(nothing -> Async.sleep(Duration.ZERO)).then(nothing -> {
                Awaitable<byte[]> reading = peer.does(Peer::readAllAndClose);
                return Script.of(n -> writer)
                        .then(n -> transfer)
                        .then(n -> own.closeAsync())
                        .then(n -> reading);
            });
        });
        assertThat(received).hasSize(2 * much.length + SIZE);
        assertThat(Arrays.equals(received, 2 * much.length, received.length, content, 0, SIZE))
                .as("the file is behind both")
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aCloseWaitsForATransferThatIsUnderWay(Way way) throws IOException {
        byte[] received = over(way, (own, peer) -> {
            Task<Long> transfer = loop.createTask(own.transferFrom(file, 0, Long.MAX_VALUE));
            return Script.of(nothing -> turns()).then(nothing -> {
                Awaitable<byte[]> reading = peer.does(Peer::readAllAndClose);
                return Script.of(n -> own.closeAsync()).then(n -> transfer).then(n -> reading);
            });
        });
        assertThat(Arrays.equals(received, content)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theOutputIsClosedBehindATransferThatIsUnderWay(Way way) throws IOException {
        byte[] received = over(way, (own, peer) -> {
            Task<Long> transfer = loop.createTask(own.transferFrom(file, 0, Long.MAX_VALUE));
            return Script.of(nothing -> turns()).then(nothing -> {
                own.closeOutput();
                Awaitable<byte[]> reading = peer.does(Peer::readAllAndClose);
                return Script.of(n -> transfer).then(n -> reading).then(all -> {
                    own.abort();
                    return Async.of(all);
                });
            });
        });
        assertThat(Arrays.equals(received, content)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aFlushWaitsForATransferThatIsUnderWay(Way way) throws IOException {
        boolean[] isDone = {false, false};
        over(way, (own, peer) -> {
            Task<Long> transfer = loop.createTask(own.transferFrom(file, 0, Long.MAX_VALUE));
            return Script.of(nothing -> turns()).then(nothing -> {
                Task<?> flush = loop.createTask(own.flush());
                return Script.of(n -> Async.sleep(Duration.ofMillis(20))).then(n -> {
                    isDone[0] = flush.isDone();
                    Awaitable<byte[]> reading = peer.does(Peer::readAllAndClose);
                    return Script.of(m -> flush).then(m -> {
                        isDone[1] = transfer.isDone();
                        return Script.of(k -> own.closeAsync()).then(k -> reading);
                    });
                });
            });
        });
        assertThat(isDone).containsExactly(false, true);
    }

    @ParameterizedTest
    @EnumSource
    void aPartOfAFileIsSent_nothingBehindItsEnd(Way way) throws IOException {
        byte[] received = over(way, (own, peer) -> {
            Awaitable<byte[]> reading = peer.does(Peer::readAllAndClose);
            return Script.of(nothing -> own.transferFrom(file, 10, 5))
                    .then(five -> own.transferFrom(file, SIZE - 3, 99))
                    .then((Long three) -> {
                        assertThat(three).isEqualTo(3);
                        return own.transferFrom(file, SIZE + 1L, 99);
                    })
                    .then((Long none) -> {
                        assertThat(none).isZero();
                        return own.closeAsync();
                    })
                    .then(nothing -> reading);
        });
        byte[] expected = new byte[8];
        System.arraycopy(content, 10, expected, 0, 5);
        System.arraycopy(content, SIZE - 3, expected, 5, 3);
        assertThat(received).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void aTransferThatIsCancelledClosesTheConnection(Way way) throws IOException {
        boolean isOpen = over(way, (own, peer) -> {
            Task<Long> transfer = loop.createTask(own.transferFrom(file, 0, SIZE));
            return Script.of(nothing -> Async.sleep(Duration.ofMillis(20)))
                    .then(nothing -> {
                        assertThat(transfer.isDone()).isFalse();
                        transfer.cancel();
                        return transfer;
                    })
                    .recover(cancelled -> Async.of(own.isOpen()));
        });
        assertThat(isOpen).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatCannotBeReadClosesTheConnection(Way way) throws IOException {
        List<Object> trail = over(way, (own, peer) -> {
            file.close();
            return Script.of(nothing -> own.transferFrom(file, 0, SIZE))
                    .recover(failure -> Async.of(List.of(failure.getClass(), own.isOpen())));
        });
        assertThat(trail).containsExactly(java.nio.channels.ClosedChannelException.class, false);
    }

    @ParameterizedTest
    @EnumSource
    void anAbortFailsATransferThatIsUnderWay(Way way) throws IOException {
        Throwable failure = over(way, (own, peer) -> {
            Task<Long> transfer = loop.createTask(own.transferFrom(file, 0, SIZE));
            return Script.of(nothing -> Async.sleep(Duration.ofMillis(20)))
                    .then(nothing -> {
                        own.abort();
                        return transfer;
                    })
                    .recover(raised -> Async.of(raised));
        });
        assertThat(failure).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aSecondTransferAtTheSameTimeIsRefused_theFirstGoesOn(Way way) throws IOException {
        byte[] received = over(way, (own, peer) -> {
            Task<Long> transfer = loop.createTask(own.transferFrom(file, 0, SIZE));
            return Script.of(nothing -> turns())
                    .then(nothing -> {
                        own.write("after");
                        return own.transferFrom(file, 0, SIZE);
                    })
                    .recover(refused -> {
                        assertThatThrownBy(() -> {
                                    throw refused;
                                })
                                .isInstanceOf(IllegalStateException.class)
                                .hasMessageContaining("two files are sent over");
                        Awaitable<byte[]> reading = peer.does(Peer::readAllAndClose);
                        return Script.of(n -> own.closeAsync())
                                .then(n -> transfer)
                                .then(n -> reading);
                    });
        });
        assertThat(received).hasSize(SIZE + 5);
        assertThat(Arrays.equals(received, 0, SIZE, content, 0, SIZE)).isTrue();
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
