package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Script;
import dev.reprise.UnhandledFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What cannot be meant is refused where it is said, with what it was and what to say instead. */
class MistakesTest {

    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    private static final InetSocketAddress UNRESOLVED = InetSocketAddress.createUnresolved("host.example", 7);
    private static final SocketAddress STRANGE = new SocketAddress() {
        @Override
        public String toString() {
            return "strange";
        }
    };

    private final EventLoop loop = EventLoop.open(LoopOptions.defaults());
    private final List<UnhandledFailure> unhandled = new ArrayList<>();

    MistakesTest() {
        loop.setExceptionHandler((failed, failure) -> unhandled.add(failure));
    }

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    private <T> T in(Callable<T> code) {
        return loop.runUntilComplete(Script.<T>of(nothing -> Async.of(code.call())));
    }

    private void refused(String reason, Callable<?> code) {
        assertThatThrownBy(() -> in(code))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }

    @SuppressWarnings("NullAway")
    private static void nullIsRefused(String name, Callable<?> code) {
        assertThatThrownBy(code::call).isInstanceOf(NullPointerException.class).hasMessageContaining(name);
    }

    private static Async<?> serve(Connection client) throws IOException {
        return client.readLine();
    }

    private Connection connect() throws IOException {
        Server server = in(() -> Net.listen(ANY_PORT, MistakesTest::serve));
        return loop.runUntilComplete(Net.connect(server.address()));
    }

    @Test
    void hostsAndPortsThatNobodyHas() {
        refused("connect(\"\", 7) names no host", () -> Net.connect("", 7));
        refused("connect(\"host\", 70000): a port", () -> Net.connect("host", 70000));
        refused("connect(\"host\", 0): a port", () -> Net.connect("host", 0));
        refused("strange is neither", () -> Net.connect(STRANGE));
        refused("strange is neither", () -> Net.listen(STRANGE, MistakesTest::serve));
        refused("cannot listen on host.example", () -> Net.listen(UNRESOLVED, MistakesTest::serve));
        refused("cannot receive packets on host.example", () -> Net.datagrams(UNRESOLVED));
        refused("cannot send packets to host.example", () -> Net.datagrams(ANY_PORT, UNRESOLVED));
    }

    /** A null that stood for the usual would be a connection without TLS, for instance. */
    @Test
    void nullDoesNotStandForTheUsual() {
        nullIsRefused("host", () -> Net.connect((String) null, 7));
        nullIsRefused("address", () -> Net.connect((SocketAddress) null));
        nullIsRefused("options", () -> Net.connect("host", 7, null));
        nullIsRefused("options", () -> Net.connectTls("host", 7, null));
        nullIsRefused("options", () -> Net.listenTls(ANY_PORT, null, MistakesTest::serve));
        nullIsRefused("options", () -> ListenOptions.defaults().tls(null));
        nullIsRefused("handler", () -> Net.listen(ANY_PORT, null));
        nullIsRefused("address", () -> Net.listen((SocketAddress) null, MistakesTest::serve));
        nullIsRefused("delay", () -> ConnectOptions.defaults().attemptDelay(null));
        nullIsRefused("own", () -> ConnectOptions.defaults().from(null));
        nullIsRefused("name", () -> ConnectOptions.defaults().option(null, 1));
        nullIsRefused("other", () -> TlsOptions.defaults().context(null));
        nullIsRefused("name", () -> TlsOptions.defaults().hostName(null));
        nullIsRefused("change", () -> TlsOptions.defaults().parameters(null));
        nullIsRefused("limit", () -> TlsOptions.defaults().handshakeTimeout(null));
        nullIsRefused("limit", () -> TlsOptions.defaults().shutdownTimeout(null));
    }

    @Test
    void socketOptionsThatASocketDoesNotHave() {
        refused(
                "IP_MULTICAST_TTL cannot be set to 1 here",
                () -> Net.listen(
                        ANY_PORT,
                        ListenOptions.defaults().clientOption(StandardSocketOptions.IP_MULTICAST_TTL, 1),
                        MistakesTest::serve));
        refused(
                "TCP_NODELAY cannot be set to true here",
                () -> Net.listen(
                        ANY_PORT,
                        ListenOptions.defaults().option(StandardSocketOptions.TCP_NODELAY, true),
                        MistakesTest::serve));
        Server server = in(() -> Net.listen(ANY_PORT, MistakesTest::serve));
        assertThatThrownBy(() -> loop.runUntilComplete(Net.connect(
                        server.address(), ConnectOptions.defaults().option(StandardSocketOptions.SO_RCVBUF, -1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("SO_RCVBUF cannot be set to -1 here");
    }

    @Test
    void namesInTls() {
        refused("hostName(\"\")", () -> TlsOptions.defaults().hostName(""));
        refused("applicationProtocols(h2, )", () -> TlsOptions.defaults().applicationProtocols("h2", ""));
    }

    @Test
    void limitsThatLeaveNoRoom() throws IOException {
        Connection connection = connect();
        refused("readAll(-1)", () -> connection.readAll(-1));
        refused("limit of 1", () -> connection.readUntil(new byte[2], 1));
        refused("a line of at most 0 bytes", () -> connection.readLine(StandardCharsets.UTF_8, 0));
        refused("a line of at most -1 bytes", () -> connection.lines(StandardCharsets.UTF_8, -1));
        refused("chunks(0)", () -> connection.chunks(0));
        refused("position and count must not be negative", () -> connection.transferFrom(null, 0, -1));
        nullIsRefused("file", () -> connection.transferFrom(null, 0, 1));
    }

    @Test
    void packetsToNobody() {
        DatagramEndpoint endpoint = in(() -> Net.datagrams(ANY_PORT));
        refused("cannot send a packet to host.example", () -> endpoint.send(new byte[1], UNRESOLVED));
        DatagramEndpoint bound = in(() -> Net.datagrams(ANY_PORT, endpoint.localAddress()));
        refused("only: open one without", () -> bound.send(new byte[1], bound.localAddress()));
        assertThatThrownBy(() -> in(() -> Net.datagrams(endpoint.localAddress())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot receive packets on " + endpoint.localAddress());
    }

    @Test
    void commandsThatAreNone() {
        refused("the command [] cannot be started", () -> ChildProcess.run());
        refused("the command [ls, null] cannot be started", () -> ChildProcess.start(new ProcessBuilder("ls", null)));
        refused("a limit of -1 bytes", () -> ChildProcess.run(new ProcessBuilder("ls"), new byte[0], -1));
        nullIsRefused("input", () -> ChildProcess.run(new ProcessBuilder("ls"), null, 1));
    }

    @Test
    void aHandlerThatGivesNull() throws IOException {
        Server server = in(() -> Net.listen(ANY_PORT, client -> null));
        Connection connection = loop.runUntilComplete(Net.connect(server.address()));
        assertThat(loop.runUntilComplete(connection.readLine())).isNull();
        loop.runUntilComplete(server.awaitClients());
        assertThat(unhandled.get(0).exception())
                .hasMessageContaining("the ConnectionHandler gave null for Connection (")
                .hasMessageContaining("returns Async.done()");
    }

    @Test
    void aClosedConnectionSaysWhichItWasAndWhatWasTried() throws IOException {
        Connection connection = connect();
        String closed = "the connection to " + connection.remoteAddress();
        var reading = loop.createTask(connection.readLine());
        loop.runUntilComplete(Async.sleep(Duration.ZERO));
        in(() -> {
            connection.abort();
            return 1;
        });
        assertThatThrownBy(() -> loop.runUntilComplete(reading))
                .isInstanceOf(ClosedChannelException.class)
                .hasMessage(closed + " was closed by this side during a read");
        assertThatThrownBy(() -> loop.runUntilComplete(connection.readLine()))
                .isInstanceOf(ClosedChannelException.class)
                .hasMessage("a read on " + closed + ", which is closed: open another one");
        assertThatThrownBy(() -> loop.runUntilComplete(connection.drain()))
                .isInstanceOf(ClosedChannelException.class)
                .hasMessageContaining(closed);
        assertThatThrownBy(() -> in(() -> connection.option(StandardSocketOptions.TCP_NODELAY)))
                .isInstanceOf(ClosedChannelException.class)
                .hasMessageContaining(closed);
        assertThat(connection).hasToString("Connection (" + closed + ")");
    }

    @Test
    void tlsIsNotStartedBehindTheEndOfTheOutput() throws IOException {
        Connection connection = connect();
        in(() -> {
            connection.closeOutput();
            return 1;
        });
        assertThatThrownBy(() -> loop.runUntilComplete(
                        connection.startTls(TlsOptions.defaults().hostName("host.example"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("after the output was closed");
    }

    @Test
    void outOfItsLoop() throws IOException {
        Connection connection = connect();
        assertThatThrownBy(() -> connection.write("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it runs on none: what belongs to a loop is of use only while that runs");
        assertThatThrownBy(Pipes::standardInput)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("start one with EventLoop.run(coroutine)");
    }
}
