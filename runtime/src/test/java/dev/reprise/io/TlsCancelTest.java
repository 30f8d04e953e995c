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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * One side of a TLS conversation is cancelled, one turn of the loop later each time, until it is over before that. The engine's
 * tasks run in the turn that asks for them; the await of them stays.
 */
@Timeout(120)
class TlsCancelTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int MUCH = 300_000;

    private final EventLoop loop =
            EventLoop.open(LoopOptions.defaults().executor(Runnable::run).resolver(host -> List.of(LOOPBACK)));
    private final List<UnhandledFailure> unhandled = new ArrayList<>();
    private final TlsOptions serverTls = TlsOptions.defaults().context(TestCertificates.SERVER.context());
    private final TlsOptions clientTls = TlsOptions.defaults()
            .context(TestCertificates.anonymous())
            .shutdownTimeout(Duration.ofSeconds(20))
            .hostName("tls.example");

    TlsCancelTest() {
        loop.setExceptionHandler((failed, failure) -> unhandled.add(failure));
    }

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    @Test
    void aClientThatIsCancelledAtAnyAwaitLeavesNoDescriptor() throws IOException {
        Server server = listen(ListenOptions.defaults().tls(serverTls), TlsCancelTest::serve);
        ConnectOptions options = ConnectOptions.defaults().tls(clientTls);
        int points = cancelAtEveryTurn(server, () -> talk(server, options), this::cancelClient);
        assertThat(points).isGreaterThan(10);
    }

    @Test
    void aClientThatIsCancelledWhileItStartsTlsLeavesNoDescriptor() throws IOException {
        Server server = listen(
                ListenOptions.defaults(),
                connection -> Script.of(nothing -> connection.readLine())
                        .then(line -> connection.acceptTls(serverTls))
                        .then(nothing -> serve(connection)));
        int points = cancelAtEveryTurn(
                server,
                () -> Script.of(nothing -> Net.connect(server.address()))
                        .then((Connection c) -> Script.of(nothing -> {
                                    c.write("STARTTLS\n");
                                    return c.startTls(clientTls);
                                })
                                .then(nothing -> converse(c))
                                .recover(failure -> {
                                    c.abort();
                                    throw failure;
                                })),
                this::cancelClient);
        assertThat(points).isGreaterThan(10);
    }

    @Test
    void aServersTaskThatIsCancelledAtAnyAwaitLeavesNoDescriptor() throws IOException {
        Server server = listen(ListenOptions.defaults().tls(serverTls), TlsCancelTest::serve);
        ConnectOptions options = ConnectOptions.defaults().tls(clientTls);
        int points = cancelAtEveryTurn(
                server,
                () -> talk(server, options),
                client -> loop.tasks().stream()
                        .filter(task -> task.name().startsWith("client "))
                        .forEach(Task::cancel));
        assertThat(points).isGreaterThan(10);
    }

    private Server listen(ListenOptions options, ConnectionHandler handler) {
        return loop.runUntilComplete(Script.<Server>of(
                nothing -> Async.of(Net.listen(new InetSocketAddress(LOOPBACK, 0), options, handler))));
    }

    private static Script<Object> serve(Connection connection) {
        return Script.of(nothing -> connection.readExactly(MUCH)).then((byte[] all) -> {
            connection.write(all);
            connection.write("\n");
            return connection.drain();
        });
    }

    private static Script<Object> talk(Server server, ConnectOptions options) {
        return Script.of(nothing -> Net.connect(server.address(), options))
                .then((Connection c) -> converse(c).recover(failure -> {
                    c.abort();
                    throw failure;
                }));
    }

    private static Script<Object> converse(Connection connection) {
        return Script.of(nothing -> {
                    connection.write(new byte[MUCH]);
                    return connection.drain();
                })
                .then(nothing -> connection.flush())
                .then(nothing -> connection.readExactly(MUCH))
                .then(nothing -> connection.readLine())
                .then(nothing -> connection.closeAsync());
    }

    private void cancelClient(Task<?> client) {
        client.cancel();
    }

    /** Gives how many turns the conversation took when it was over before it was cancelled. */
    private int cancelAtEveryTurn(
            Server server, Supplier<Awaitable<?>> conversation, java.util.function.Consumer<Task<?>> cancel)
            throws IOException {
        converse(server, conversation, cancel, Integer.MAX_VALUE);
        assertThat(unhandled).isEmpty();
        long open = Descriptors.open();
        for (int turns = 0; ; turns++) {
            boolean over = converse(server, conversation, cancel, turns);
            int later = turns;
            open = Descriptors.checkNoneLeft(
                    open, "cancelled after " + later + " turns", () -> converse(server, conversation, cancel, later));
            assertThat(server.connections()).isZero();
            assertThat(unhandled)
                    .allSatisfy(failure -> assertThat(failure.exception()).isInstanceOf(IOException.class));
            if (over) {
                return turns;
            }
        }
    }

    private boolean converse(
            Server server,
            Supplier<Awaitable<?>> conversation,
            java.util.function.Consumer<Task<?>> cancel,
            int turns) {
        Task<?> client = loop.createTask(conversation.get());
        for (int i = 0; i < turns && !client.isDone(); i++) {
            loop.runUntilComplete(Async.sleep(Duration.ZERO));
        }
        boolean over = client.isDone();
        loop.runUntilComplete(Script.doing(() -> cancel.accept(client)));
        loop.runUntilComplete(Script.of(nothing -> client).recover(failure -> Async.done()));
        loop.runUntilComplete(Script.of(none -> server.awaitClients())
                .then(none -> new Counting(2, i -> Async.sleep(Duration.ZERO))));
        return over;
    }
}
