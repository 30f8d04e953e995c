package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.Cancelled;
import dev.reprise.Counting;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.UnhandledFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Real sockets on loopback, in real time. */
@Timeout(60)
class NetTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(LOOPBACK, 0);

    private final EventLoop loop = EventLoop.open(LoopOptions.defaults().resolver(host -> switch (host) {
        case "echo.example" -> List.of(LOOPBACK);
        default -> throw new UnknownHostException(host);
    }));
    private final List<UnhandledFailure> unhandled = new ArrayList<>();
    private final List<Object> trail = new ArrayList<>();

    NetTest() {
        loop.setExceptionHandler((failed, failure) -> unhandled.add(failure));
    }

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    /** Serves each client with {@code handler} while {@code program} runs. */
    private <T> T withServer(ConnectionHandler handler, java.util.function.Function<Server, Awaitable<T>> program) {
        return loop.runUntilComplete(Script.<T>of(nothing -> {
            Server server = Net.listen(ANY_PORT, handler);
            return Script.<T>awaiting(program.apply(server));
        }));
    }

    private static Async<Connection> connect(Server server) throws IOException {
        return Net.connect(server.address());
    }

    /** Answers every line in capitals until the client closes. */
    private static Async<?> capitals(Connection connection) {
        return new Counting(
                Integer.MAX_VALUE,
                i -> Script.of(nothing -> connection.readLine()).then((String line) -> {
                    if (line == null) {
                        throw new EndOfClient();
                    }
                    connection.write(line.toUpperCase(java.util.Locale.ROOT) + "\n");
                    return connection.drain();
                }));
    }

    private static final class EndOfClient extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static Script<Object> serve(Connection connection) {
        return Script.of(nothing -> capitals(connection)).recover(end -> {
            if (end instanceof EndOfClient) {
                return Async.done();
            }
            throw end;
        });
    }

    private static Script<String> ask(Connection connection, String question) {
        return Script.<String>of(nothing -> {
                    connection.write(question);
                    return connection.drain();
                })
                .then(nothing -> connection.readLine());
    }

    @Test
    void aLoopWithoutChannelsSleepsWithoutDescriptors_oneWithThemInItsSelector() throws IOException {
        long before = Descriptors.open();
        assertThat(wokenByAnotherThread()).isEqualTo("woken");
        assertThat(Descriptors.open()).as("opened to sleep").isEqualTo(before);
        loop.runUntilComplete(Script.of(nothing -> {
            Server server = Net.listen(ANY_PORT, NetTest::serve);
            return Script.of(none -> loop.runInExecutor(() -> trail.add("woken in the selector")))
                    .then(none -> {
                        server.close();
                        return Async.done();
                    });
        }));
        assertThat(wokenByAnotherThread()).isEqualTo("woken");
        assertThat(trail).containsExactly("woken in the selector");
    }

    private String wokenByAnotherThread() {
        return loop.runUntilComplete(loop.runInExecutor(() -> "woken"));
    }

    @Test
    void a111_aLineIsAnswered() {
        String answer = withServer(
                NetTest::serve,
                server -> Script.<String>of(nothing -> connect(server))
                        .then((Connection c) -> ask(c, "hello\r\n").then(line -> {
                            c.close();
                            return Async.of(line);
                        })));
        assertThat(answer).isEqualTo("HELLO");
        assertThat(unhandled).isEmpty();
    }

    @Test
    void hostsAreFoundByTheLoopsResolver_onAWorkerThread() {
        String answer = withServer(
                NetTest::serve,
                server -> Script.<String>of(nothing -> Net.connect("echo.example", server.port()))
                        .then((Connection c) -> ask(c, "a\n")));
        assertThat(answer).isEqualTo("A");
        assertThatThrownBy(() -> loop.runUntilComplete(Net.connect("nowhere.example", 80)))
                .isInstanceOf(UnknownHostException.class);
    }

    @Test
    void a112_anUnterminatedRestIsALine_thenComesTheEnd() {
        withServer(
                connection -> {
                    connection.write("one\ntwo\r\n\nrest");
                    return Async.done();
                },
                server -> Script.of(nothing -> connect(server))
                        .then((Connection c) -> Script.of(nothing -> new Counting(
                                        6,
                                        i -> Script.of(none -> c.readLine()).then((String line) -> {
                                            trail.add(line == null ? "end" : line);
                                            return Async.done();
                                        })))
                                .then(nothing -> {
                                    trail.add(c.isAtEnd());
                                    c.close();
                                    return Async.done();
                                })));
        assertThat(trail).containsExactly("one", "two", "", "rest", "end", "end", true);
    }

    @Test
    void a118_aLoopOverTheLinesEndsWithTheStream() {
        withServer(
                connection -> {
                    connection.write("one\ntwo\r\n\nrest");
                    return Async.done();
                },
                server -> Script.of(nothing -> connect(server))
                        .then((Connection c) -> Script.of(nothing -> c.lines().forEach(trail::add))
                                .then(nothing -> c.lines().toList())
                                .then((List<String> left) -> {
                                    trail.add(left);
                                    return c.closeAsync();
                                })));
        assertThat(trail).containsExactly("one", "two", "", "rest", List.of());
    }

    @Test
    void a114_readGivesWhatIsThere_andNothingAtTheEnd() {
        withServer(
                connection -> {
                    connection.write("abcdef");
                    return Async.done();
                },
                server -> Script.of(nothing -> connect(server))
                        .then((Connection c) -> new Counting(
                                4,
                                i -> Script.of(none -> c.read(i == 0 ? 0 : 4)).then((byte[] bytes) -> {
                                    trail.add(new String(bytes, StandardCharsets.US_ASCII));
                                    return Async.done();
                                }))));
        assertThat(trail).containsExactly("", "abcd", "ef", "");
    }

    @Test
    void aLineWithoutEndIsANamedError() {
        assertThatThrownBy(() -> withServer(
                        connection -> Script.of(nothing -> {
                                    connection.write("x".repeat(100_000));
                                    return connection.drain();
                                })
                                .then(nothing -> connection.readLine()),
                        server -> Script.<String>of(nothing -> connect(server)).then((Connection c) -> c.readLine())))
                .isInstanceOf(LineTooLongException.class)
                .hasMessageContaining("65536");
    }

    @Test
    void a116_drainWaitsAboveTheHighWaterMark_andGoesOnWhenThePeerReads() {
        byte[] block = new byte[32 * 1024];
        long total = 512L * block.length;
        withServer(
                connection -> Script.of(nothing -> new Counting(512, i -> {
                            connection.write(block);
                            return connection.drain();
                        }))
                        .then(nothing -> {
                            trail.add("written");
                            return Async.done();
                        }),
                server -> Script.of(nothing -> connect(server))
                        .then((Connection c) -> Script.of(nothing -> Async.sleep(Duration.ofMillis(100)))
                                .then(nothing -> {
                                    assertThat(trail).as("the writer waits").isEmpty();
                                    return new Drinker(c, total);
                                })));
        assertThat(trail).containsExactly("written", total);
    }

    /** Reads to the end and notes how much it was. */
    private final class Drinker extends Async<Object> {
        private final Connection connection;
        private final long expected;

        Drinker(Connection connection, long expected) {
            this.connection = connection;
            this.expected = expected;
        }

        @Override
        public Object awaitIn(dev.reprise.frame.Context context) {
            long[] count = {0};
            return Script.of(nothing -> new Counting(
                            Integer.MAX_VALUE,
                            i -> Script.of(none -> connection.read(100_000)).then((byte[] bytes) -> {
                                count[0] += bytes.length;
                                if (count[0] == expected) {
                                    throw new EndOfClient();
                                }
                                return Async.done();
                            })))
                    .recover(end -> {
                        trail.add(count[0]);
                        return Async.done();
                    })
                    .awaitIn(context);
        }
    }

    @Test
    void a119_aHandlerThatFailsIsReported_itsConnectionClosed_othersAreServed() {
        IOException failure = new IOException("boom");
        withServer(
                connection -> Script.of(nothing -> connection.readLine()).then((String line) -> {
                    if ("fail".equals(line)) {
                        throw failure;
                    }
                    connection.write(line + "!\n");
                    return Async.done();
                }),
                server -> Script.of(nothing -> Async.gather(connect(server), connect(server)))
                        .then((List<Connection> both) -> ask(both.get(0), "fail\n")
                                .recover(reset -> Async.of("reset"))
                                .then(answer -> {
                                    trail.add("first " + answer);
                                    return ask(both.get(1), "fine\n");
                                })
                                .then(answer -> {
                                    trail.add("second " + answer);
                                    return Async.done();
                                })));
        assertThat(trail).hasSize(2);
        assertThat(trail.get(0)).isIn("first null", "first reset");
        assertThat(trail.get(1)).isEqualTo("second fine!");
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception()).isSameAs(failure);
        assertThat(unhandled.get(0).message()).contains("handler of client");
    }

    @Test
    void aHandlerThatFailsBeforeItsFirstAwaitIsReportedToo() {
        IOException failure = new IOException("boom");
        withServer(
                connection -> {
                    throw failure;
                },
                server -> Script.of(nothing -> connect(server))
                        .then((Connection c) -> c.readLine())
                        .recover(reset -> Async.done()));
        assertThat(unhandled).extracting(UnhandledFailure::exception).containsExactly(failure);
    }

    @Test
    void a120_aClosedServerTakesNobody_thoseInsideAreServed() {
        withServer(
                NetTest::serve,
                server -> Script.of(nothing -> connect(server))
                        .then((Connection inside) -> ask(inside, "one\n")
                                .then(one -> {
                                    server.close();
                                    return ask(inside, "two\n");
                                })
                                .then(two -> {
                                    trail.add(two);
                                    return connect(server);
                                })
                                .recover(refused -> {
                                    trail.add(refused.getMessage());
                                    return Async.done();
                                })));
        assertThat(trail).hasSize(2).first().isEqualTo("TWO");
        assertThat(trail.get(1)).asString().contains("cannot connect to").contains("refused");
    }

    @Test
    void twoReadersOfOneConnectionAreAnError() {
        withServer(
                NetTest::serve,
                server -> Script.of(nothing -> connect(server))
                        .then((Connection c) -> Script.of(nothing -> {
                                    loop.createTask(c.readLine());
                                    return Async.sleep(Duration.ZERO);
                                })
                                .then(nothing -> c.readLine())
                                .recover(failure -> {
                                    trail.add(failure.getMessage());
                                    return Async.done();
                                })));
        assertThat(trail).hasSize(1).first().asString().contains("two coroutines read");
    }

    @Test
    void closingFailsTheReadThatIsUnderWay_andLaterOnes() {
        withServer(
                NetTest::serve,
                server -> Script.of(nothing -> connect(server)).then((Connection c) -> {
                    Task<String> read = loop.createTask(c.readLine());
                    return Script.of(nothing -> Async.sleep(Duration.ZERO))
                            .then(nothing -> c.closeAsync())
                            .then(nothing -> read)
                            .recover(failure -> {
                                trail.add(failure.getMessage());
                                return c.readLine();
                            })
                            .recover(failure -> {
                                trail.add(failure.getMessage());
                                assertThatIllegalStateException().isThrownBy(() -> c.write("x"));
                                return Async.done();
                            });
                }));
        assertThat(trail).hasSize(2);
        assertThat(trail.get(0)).asString().endsWith(" was closed by this side during a read");
        assertThat(trail.get(1))
                .asString()
                .startsWith("a read on the connection to ")
                .contains("which is closed");
    }

    @Test
    void closeAsyncSendsWhatWasWrittenFirst() {
        byte[] block = new byte[1024 * 1024];
        withServer(
                connection -> Script.of(nothing -> {
                    connection.write(block);
                    return connection.closeAsync();
                }),
                server -> Script.of(nothing -> connect(server)).then((Connection c) -> new Drinker(c, block.length)));
        assertThat(trail).containsExactly((long) block.length);
    }

    @Test
    void aCancelledReadTakesNoBytes() {
        String answer = withServer(
                NetTest::serve,
                server -> Script.<String>of(nothing -> connect(server)).then((Connection c) -> {
                    Task<String> cancelled = loop.createTask(c.readLine());
                    return Script.<String>of(nothing -> Async.sleep(Duration.ZERO))
                            .then(nothing -> {
                                cancelled.cancel();
                                return cancelled;
                            })
                            .recover(failure -> {
                                trail.add(failure.getClass());
                                return ask(c, "still here\n");
                            });
                }));
        assertThat(answer).isEqualTo("STILL HERE");
        assertThat(trail).containsExactly(Cancelled.class);
    }

    @Test
    void cancelledInConnectReadOrDrain_noDescriptorIsLeft() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, LOOPBACK)) {
            InetSocketAddress address = new InetSocketAddress(LOOPBACK, silent.getLocalPort());
            cancelRounds(address, 3);
            long before = Descriptors.open();
            cancelRounds(address, 20);
            // what the peer has accepted by itself is closed with the listening socket
            Descriptors.checkNoneLeft(before, "cancelled after 0 to 3 turns", () -> cancelRounds(address, 20));
        }
        assertThat(unhandled).isEmpty();
    }

    private void cancelRounds(InetSocketAddress address, int rounds) throws IOException {
        byte[] much = new byte[16 * 1024 * 1024];
        for (int turns = 0; turns < rounds; turns++) {
            cancelAfter(turns % 4, Net.connect(address), true);
            cancelAfter(turns % 4 + 1, using(address, Connection::readLine), false);
            cancelAfter(
                    turns % 4 + 1,
                    using(address, connection -> {
                        connection.write(much);
                        return connection.drain();
                    }),
                    false);
        }
        loop.runUntilComplete(new Counting(3, i -> Async.sleep(Duration.ofMillis(1))));
    }

    private static Async<Object> using(InetSocketAddress address, ConnectionHandler use) {
        return Script.of(nothing -> Net.connect(address))
                .then((Connection c) -> Script.of(nothing -> use.handle(c)).recover(failure -> {
                    c.abort();
                    throw failure;
                }));
    }

    private void cancelAfter(int turns, Async<?> coroutine, boolean givesConnection) {
        Task<?> task = loop.createTask(coroutine);
        loop.runUntilComplete(new Counting(turns, i -> Async.sleep(Duration.ZERO)));
        task.cancel();
        loop.runUntilComplete(Script.of(nothing -> task)
                .then(value -> {
                    if (givesConnection && value instanceof Connection connected) {
                        connected.abort();
                    }
                    return Async.done();
                })
                .recover(failure -> Async.done()));
    }

    @Test
    void theSocketsThatAreLeftAreClosedWithTheLoop() {
        List<Connection> open = new ArrayList<>();
        Server[] servers = {null};
        withServer(connection -> connection.readLine(), server -> {
            servers[0] = server;
            return Script.of(nothing -> connect(server)).then((Connection c) -> {
                open.add(c);
                return Async.sleep(Duration.ofMillis(1));
            });
        });
        loop.close();
        assertThat(open.get(0).isOpen()).isFalse();
        assertThat(servers[0].isOpen()).isFalse();
    }

    @Test
    void anotherThreadMayNotUseAConnection() throws Exception {
        withServer(
                NetTest::serve,
                server -> Script.of(nothing -> connect(server))
                        .then((Connection c) -> loop.runInExecutor(() -> {
                            c.write("x");
                            return null;
                        }))
                        .recover(failure -> {
                            trail.add(failure.getMessage());
                            return Async.done();
                        }));
        assertThat(trail)
                .hasSize(1)
                .first()
                .asString()
                .contains("Connection.write()")
                .contains("thread-safe");
    }
}
