package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.Counting;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.UnhandledFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client is cancelled at each await of a conversation, some turns of the loop later each time; descriptors are counted. */
@Timeout(120)
class CancelEverywhereTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int MUCH = 1024 * 1024;
    private static final int MOST_TURNS = 12;

    private final EventLoop loop = EventLoop.open(LoopOptions.defaults()
            .resolver(host -> List.of(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), LOOPBACK)));
    private final List<UnhandledFailure> unhandled = new ArrayList<>();

    @TempDir
    Path folder;

    CancelEverywhereTest() {
        loop.setExceptionHandler((failed, failure) -> unhandled.add(failure));
    }

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    /** Connects. */
    private interface Connecting {
        Async<Connection> start() throws IOException;
    }

    @Test
    void ofAHostWithSeveralAddresses() throws IOException {
        Server server = listen(new InetSocketAddress(LOOPBACK, 0));
        int port = server.port();
        cancelAtEveryAwait(server, () -> Net.connect("twice.example", port));
    }

    @Test
    void ofAnAddressWithATimeLimit() throws IOException {
        Server server = listen(new InetSocketAddress(LOOPBACK, 0));
        ConnectOptions limited = ConnectOptions.defaults().timeout(Duration.ofMinutes(1));
        cancelAtEveryAwait(server, () -> Net.connect(server.address(), limited));
    }

    @Test
    void ofAUnixDomainSocket() throws IOException {
        Server server = listen(UnixDomainSocketAddress.of(folder.resolve("socket")));
        cancelAtEveryAwait(server, () -> Net.connect(server.address()));
    }

    private Server listen(java.net.SocketAddress address) {
        return loop.runUntilComplete(Script.<Server>of(none -> Async.of(Net.listen(
                address,
                connection -> serve(connection)
                        .recover(hungUp -> hungUp instanceof IOException ? Async.done() : Async.failed(hungUp))))));
    }

    private static Script<Object> serve(Connection client) {
        return Script.of(none -> client.readExactly(MUCH)).then(none -> {
            client.write("line\nuntil;rest");
            return client.readAll(99);
        });
    }

    private void cancelAtEveryAwait(Server server, Connecting connecting) throws IOException {
        assertThat(converse(server, connecting, -1, 0)).as("nobody cancels").isEqualTo("bye");
        long open = Descriptors.open();
        for (int await = 0; await < 8; await++) {
            for (int turns = 0; turns < MOST_TURNS; turns++) {
                Object value = converse(server, connecting, await, turns);
                assertThat(value).as("await %d, %d turns later", await, turns).isIn("bye", "cancelled");
                int at = await;
                int later = turns;
                open = Descriptors.checkNoneLeft(
                        open,
                        "cancelled at await " + at + ", " + later + " turns later",
                        () -> converse(server, connecting, at, later));
                if (turns == 0) {
                    assertThat(value).as("await %d", await).isEqualTo("cancelled");
                }
            }
        }
        assertThat(unhandled).isEmpty();
    }

    /** Lets a client talk to the server, and gives how that ended. */
    private Object converse(Server server, Connecting connecting, int cancelledAt, int turns) {
        Task<?>[] client = {null};
        int[] next = {0};
        Runnable await = () -> {
            if (next[0]++ == cancelledAt) {
                cancelLater(client, turns);
            }
        };
        client[0] = loop.createTask(conversation(connecting, await));
        Object value = loop.runUntilComplete(Script.of(none -> client[0])
                .recover(failure -> client[0].isCancelled() ? Async.of("cancelled") : Async.failed(failure)));
        loop.runUntilComplete(Script.of(none -> server.awaitClients())
                .then(none -> new Counting(2, i -> Async.sleep(Duration.ZERO))));
        return value;
    }

    private void cancelLater(Task<?>[] client, int turns) {
        if (turns == 0) {
            client[0].cancel();
        } else {
            loop.createTask(Script.of(none -> new Counting(turns - 1, i -> Async.sleep(Duration.ZERO)))
                    .then(none -> {
                        client[0].cancel();
                        return Async.done();
                    }));
        }
    }

    private static Awaitable<?> conversation(Connecting connecting, Runnable await) {
        return Script.of(none -> {
                    await.run();
                    return connecting.start();
                })
                .then((Connection server) -> Script.of(none -> {
                            await.run();
                            server.write(new byte[MUCH]);
                            return server.drain();
                        })
                        .then(none -> {
                            await.run();
                            return server.flush();
                        })
                        .then(none -> {
                            await.run();
                            return server.readLine();
                        })
                        .then(none -> {
                            await.run();
                            return server.readUntil(";".getBytes(StandardCharsets.UTF_8), 99);
                        })
                        .then(none -> {
                            await.run();
                            return server.readExactly(2);
                        })
                        .then(none -> {
                            await.run();
                            return server.read(ByteBuffer.allocate(9));
                        })
                        .then(none -> {
                            await.run();
                            return server.closeAsync();
                        })
                        .then(none -> Async.of("bye"))
                        .recover(failure -> {
                            server.abort();
                            throw failure;
                        }));
    }
}
