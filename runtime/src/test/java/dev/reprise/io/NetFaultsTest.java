package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.Counting;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.TimedOut;
import dev.reprise.UnhandledFailure;
import dev.reprise.testing.VirtualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong with real sockets, on loopback and in virtual time. */
@Timeout(60)
class NetFaultsTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(LOOPBACK, 0);
    private static final int BLOCK = 32 * 1024;

    private final EventLoop loop = EventLoop.open(LoopOptions.defaults().clock(new VirtualClock()));
    private final List<UnhandledFailure> unhandled = new ArrayList<>();
    private final List<Object> trail = new ArrayList<>();

    NetFaultsTest() {
        loop.setExceptionHandler((failed, failure) -> unhandled.add(failure));
    }

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    private <T> T run(Script.Step<Object> program) {
        return loop.runUntilComplete(Script.<T>of(program));
    }

    /** A connection of the loop and its other side. */
    private record Pair(Connection own, Peer peer) {}

    private Script<Pair> pair(ServerSocket server) {
        return Script.<Pair>of(none -> Net.connect(server.getLocalSocketAddress()))
                .then((Connection own) -> Async.of(new Pair(own, Peer.acceptedBy(server))));
    }

    /** Writes blocks, each drained, and notes the most that was kept in memory. */
    private Async<?> flood(Connection connection, int blocks) {
        byte[] block = new byte[BLOCK];
        return new Counting(blocks, i -> {
            connection.write(block);
            most = Math.max(most, connection.wire().output.pending());
            return connection.drain();
        });
    }

    private int most;

    @Test
    void aPeerThatResetsInTheMiddleOfAWriteFailsTheDrain_theNextConnectionIsFine() throws IOException {
        try (ServerSocket server = Peer.listening()) {
            run(none -> pair(server).then((Pair pair) -> {
                Task<?> writing = loop.createTask(flood(pair.own(), 10_000));
                return Script.of(nothing -> pair.peer().does(Peer::read))
                        .then(first -> {
                            pair.peer().reset();
                            return writing;
                        })
                        .recover(failure -> {
                            trail.add(failure);
                            return pair.own().closeAsync();
                        })
                        .then(nothing -> {
                            trail.add(pair.own().isOpen());
                            return pair(server);
                        })
                        .then((Pair next) -> {
                            next.peer().send("fine\n");
                            return next.own().readLine();
                        })
                        .then(line -> {
                            trail.add(line);
                            return Async.done();
                        });
            }));
        }
        assertThat(trail).hasSize(3);
        assertThat(trail.get(0)).isInstanceOf(IOException.class);
        assertThat(trail.subList(1, 3)).containsExactly(false, "fine");
        assertThat(unhandled).isEmpty();
    }

    @Test
    void aPeerThatSendsNoMoreIsStillWrittenTo() throws IOException {
        try (ServerSocket server = Peer.listening()) {
            byte[] received = run(none -> pair(server).then((Pair pair) -> {
                pair.peer().send("question");
                pair.peer().endOutput();
                return Script.<byte[]>of(nothing -> pair.own().readAll(100))
                        .then((byte[] question) -> {
                            assertThat(new String(question, java.nio.charset.StandardCharsets.UTF_8))
                                    .isEqualTo("question");
                            assertThat(pair.own().isAtEnd()).isTrue();
                            pair.own().write("answer");
                            return pair.own().closeAsync();
                        })
                        .then(nothing -> pair.peer().does(Peer::readAll));
            }));
            assertThat(received).asString().isEqualTo("answer");
        }
    }

    @Test
    void aConnectionThatNobodyReadsAnyMoreKeepsNobodyWaiting() throws IOException {
        EventLoop impatient = EventLoop.open(
                LoopOptions.defaults().clock(new VirtualClock(Duration.ofMillis(20), Duration.ofMillis(1))));
        try (impatient;
                ServerSocket server = Peer.listening()) {
            assertThatThrownBy(() -> impatient.runUntilComplete(pair(server).then((Pair pair) -> {
                        pair.peer().send("line\n");
                        return Script.of(nothing -> pair.own().readLine()).then(line -> {
                            trail.add(line);
                            return impatient.promise();
                        });
                    })))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageStartingWith("deadlock: ");
        }
        assertThat(trail).containsExactly("line");
    }

    @Test
    void whatNobodyReadsOrWritesAtTheMomentDoesNotKeepTheLoopTurning() throws IOException {
        try (ServerSocket server = Peer.listening()) {
            run(none -> pair(server).then((Pair pair) -> {
                Awaitable<Long> reading = pair.peer().does(Peer::countSlowly);
                return Script.of(nothing -> flood(pair.own(), 64))
                        .then(nothing -> pair.own().flush())
                        .then(nothing -> {
                            pair.own().closeOutput();
                            return reading;
                        })
                        .then(nothing -> {
                            pair.peer().send("line\n");
                            return pair.own().readLine();
                        })
                        .then(nothing -> {
                            pair.peer().send("another\n");
                            pair.peer().endOutput();
                            // the clock jumps only when no event comes for a while
                            return Async.sleep(Duration.ofHours(1));
                        });
            }));
        }
    }

    @Test
    void theOutputIsClosed_theAnswerIsStillRead() throws IOException {
        try (ServerSocket server = Peer.listening()) {
            String answer = run(none -> pair(server).then((Pair pair) -> {
                pair.own().write("question");
                pair.own().closeOutput();
                Awaitable<Object> answering = pair.peer().does(peer -> {
                    peer.send(peer.readAll().length + " bytes\n");
                    return null;
                });
                return Script.of(nothing -> pair.own().readLine())
                        .then(line -> Script.of(nothing -> answering).then(nothing -> Async.of(line)));
            }));
            assertThat(answer).isEqualTo("8 bytes");
        }
    }

    @Test
    void aPeerThatIsGoneWithoutAWordIsNoticedByATimeOut_bytesThatComeLaterAreNotLost() throws IOException {
        try (ServerSocket server = Peer.listening()) {
            String late = run(none -> pair(server).then((Pair pair) -> {
                pair.peer().send("half a ");
                return Script.<String>of(nothing ->
                                Async.timeout(Duration.ofMinutes(5), pair.own().readLine()))
                        .recover(failure -> {
                            trail.add(failure.getClass());
                            pair.peer().send("line\n");
                            return pair.own().readLine();
                        });
            }));
            assertThat(trail).containsExactly(TimedOut.class);
            assertThat(late).isEqualTo("half a line");
        }
    }

    @Test
    void aPeerThatReadsByteByByteGetsEverything_andLittleIsKeptMeanwhile() throws IOException {
        int blocks = 64;
        try (ServerSocket server = Peer.listening()) {
            long count = run(none -> pair(server).then((Pair pair) -> {
                Awaitable<Long> reading = pair.peer().does(Peer::countSlowly);
                return Script.of(nothing -> flood(pair.own(), blocks))
                        .then(nothing -> pair.own().closeAsync())
                        .then(nothing -> reading);
            }));
            assertThat(count).isEqualTo((long) blocks * BLOCK);
            assertThat(most).isLessThanOrEqualTo(64 * 1024 + BLOCK);
        }
    }

    @Test
    void a117_aPeerThatSendsFasterThanThisSideReadsIsHeldUp() throws IOException {
        try (ServerSocket server = Peer.listening()) {
            run(none -> pair(server).then((Pair pair) -> {
                pair.own().option(StandardSocketOptions.SO_RCVBUF, 16 * 1024);
                CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> {
                    try {
                        pair.peer().send("x".repeat(8 * 1024 * 1024));
                        pair.peer().endOutput();
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                });
                return Script.of(nothing -> pair.own().read(1))
                        .then(nothing -> {
                            trail.add(sent.isDone());
                            trail.add(pair.own().wire().input.received.size() <= 64 * 1024);
                            return pair.own().readAll(8 * 1024 * 1024);
                        })
                        .then((byte[] rest) -> {
                            trail.add(rest.length);
                            pair.peer().close();
                            pair.own().abort();
                            return Async.from(sent);
                        });
            }));
        }
        assertThat(trail).containsExactly(false, true, 8 * 1024 * 1024 - 1);
    }

    @Test
    void aPeerThatSendsByteByByteIsUnderstood_othersAreServedMeanwhile() throws IOException {
        int letters = 2000;
        String[] slow = {null};
        int[] served = {0};
        run(none -> {
            Server server = Net.listen(
                    ANY_PORT,
                    connection -> Script.of(nothing -> connection.readLine()).then((String line) -> {
                        if (line.length() == letters) {
                            slow[0] = line;
                        } else {
                            served[0]++;
                        }
                        connection.write("ok\n");
                        return Async.done();
                    }));
            Peer peer = Peer.connectTo(server.address());
            Awaitable<Object> sending = peer.does(sender -> {
                for (int i = 0; i < letters; i++) {
                    sender.send("x");
                }
                return null;
            });
            return Script.of(nothing -> new Counting(
                            20,
                            i -> Script.of(n -> Net.connect(server.address())).then((Connection quick) -> {
                                quick.write("quick\n");
                                return Script.of(n -> quick.readLine()).then(n -> quick.closeAsync());
                            })))
                    .then(nothing -> {
                        assertThat(slow[0]).as("the slow line has no end yet").isNull();
                        return sending;
                    })
                    .then(nothing -> {
                        peer.send("\n");
                        return peer.does(Peer::read);
                    });
        });
        assertThat(served[0]).isEqualTo(20);
        assertThat(slow[0]).hasSize(letters);
    }

    @Test
    void aLineWithoutEndEndsItsConnectionOnly_andIsNotKept() throws IOException {
        int[] kept = {0};
        run(none -> {
            Server server = Net.listen(
                    ANY_PORT,
                    connection -> Script.of(nothing -> connection.readLine())
                            .then((String line) -> {
                                connection.write(line + "\n");
                                return Async.done();
                            })
                            .recover(failure -> {
                                kept[0] = connection.wire().input.received.size();
                                throw failure;
                            }));
            Peer giant = Peer.connectTo(server.address());
            Awaitable<Object> sending = giant.does(peer -> {
                peer.send("x".repeat(20 * 1024 * 1024));
                return null;
            });
            return Script.of(nothing -> sending)
                    .recover(reset -> Async.done())
                    .then(nothing -> Net.connect(server.address()))
                    .then((Connection other) -> {
                        other.write("short\n");
                        return other.readLine();
                    })
                    .then(line -> {
                        trail.add(line);
                        return Async.done();
                    });
        });
        assertThat(trail).containsExactly("short");
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception()).isInstanceOf(LineTooLongException.class);
        assertThat(kept[0]).isLessThanOrEqualTo(64 * 1024);
    }

    @Test
    void ofAStormOfClientsOnlyAsManyAsAllowedAreInside_andAllAreServed() throws IOException {
        int clients = 200;
        int[] mostInside = {0};
        run(none -> {
            ListenOptions three = ListenOptions.defaults().maxConnections(3);
            Server[] server = {null};
            server[0] = Net.listen(
                    ANY_PORT,
                    three,
                    connection -> Script.of(nothing -> connection.readLine())
                            .then((String line) -> {
                                mostInside[0] = Math.max(mostInside[0], server[0].connections());
                                return Async.sleep(Duration.ofMillis(10));
                            })
                            .then(nothing -> {
                                connection.write("ok\n");
                                return Async.done();
                            }));
            List<Async<String>> asking = new ArrayList<>();
            for (int i = 0; i < clients; i++) {
                asking.add(Script.<String>of(nothing -> Net.connect(server[0].address()))
                        .then((Connection connection) -> {
                            connection.write("hello\n");
                            return Script.of(nothing -> connection.readLine())
                                    .then(line -> Script.of(nothing -> connection.closeAsync())
                                            .then(nothing -> Async.of(line)));
                        }));
            }
            return Script.of(nothing -> Async.gather(asking)).then((List<String> answers) -> {
                trail.addAll(answers);
                server[0].close();
                return Script.of(nothing -> server[0].awaitClients()).then(nothing -> {
                    trail.add(server[0].connections());
                    return Async.done();
                });
            });
        });
        assertThat(trail).hasSize(clients + 1).startsWith("ok", "ok").endsWith("ok", 0);
        assertThat(mostInside[0]).isEqualTo(3);
    }

    @Test
    void aServerCanBeClosedWithItsClients() {
        run(none -> {
            Server server = Net.listen(ANY_PORT, Connection::readLine);
            return Script.of(nothing -> Net.connect(server.address())).then((Connection client) -> {
                Task<?> waiting = loop.createTask(server.awaitClients());
                return Script.of(nothing -> new Counting(20, i -> Async.sleep(Duration.ofMillis(1))))
                        .then(nothing -> {
                            trail.add(server.connections() + " " + waiting.isDone());
                            server.close();
                            server.abortClients();
                            return waiting;
                        })
                        .then(nothing -> client.readLine())
                        .then(line -> {
                            trail.add(server.connections() + " " + line);
                            return Async.done();
                        });
            });
        });
        assertThat(trail).containsExactly("1 false", "0 null");
        assertThat(unhandled).as("the handler's read was cut off").hasSize(1);
    }

    @Test
    void aClientThatDoesNotTakeItsAnswerIsCutOffInTheEnd() throws IOException {
        Peer[] deaf = {null};
        run(none -> {
            Server server = Net.listen(ANY_PORT, connection -> {
                connection.write(new byte[32 * 1024 * 1024]);
                return Async.done();
            });
            deaf[0] = Peer.connectTo(server.address());
            return Script.of(nothing -> Async.sleep(Duration.ofSeconds(29)))
                    .then(nothing -> {
                        trail.add(server.connections());
                        return Async.sleep(Duration.ofSeconds(2));
                    })
                    .then(nothing -> {
                        trail.add(server.connections());
                        return Async.done();
                    });
        });
        deaf[0].close();
        assertThat(trail).containsExactly(1, 0);
    }

    @Test
    void anAddressThatDoesNotAnswerIsGivenUpAfterTheTimeLimit() throws IOException {
        try (ServerSocketChannel full = ServerSocketChannel.open().bind(ANY_PORT, 1);
                SocketChannel first = SocketChannel.open(full.getLocalAddress());
                SocketChannel second = SocketChannel.open(full.getLocalAddress())) {
            assertThat(first.isConnected() && second.isConnected()).isTrue();
            ConnectOptions limited = ConnectOptions.defaults().timeout(Duration.ofSeconds(30));
            assertThatThrownBy(() -> run(none -> Net.connect(full.getLocalAddress(), limited)))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("within 30000 ms");
        }
    }

    @Test
    void whatACloseHasConfirmedArrives_alsoIfTheLoopIsClosedRightAfter() throws Exception {
        int total = 4 * 1024 * 1024;
        try (ServerSocket server = Peer.listening()) {
            CompletableFuture<Integer> received = CompletableFuture.supplyAsync(() -> {
                try (Peer peer = Peer.acceptedBy(server)) {
                    return peer.readAll().length;
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            run(none -> Script.of(nothing -> Net.connect(server.getLocalSocketAddress()))
                    .then((Connection own) -> {
                        own.write(new byte[total]);
                        return own.closeAsync();
                    }));
            loop.close();
            assertThat(received.get()).isEqualTo(total);
        }
    }
}
