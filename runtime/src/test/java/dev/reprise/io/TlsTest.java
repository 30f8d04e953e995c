package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.UnhandledFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real sockets on loopback, in real time; the other side is Reprise itself or the blocking sockets of the JDK. */
@Timeout(60)
class TlsTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(LOOPBACK, 0);
    private static final String HOST = "tls.example";
    private static final byte[] MUCH = randomBytes(2_000_000);

    private final EventLoop loop = EventLoop.open(LoopOptions.defaults().resolver(host -> List.of(LOOPBACK)));
    private final List<UnhandledFailure> unhandled = new ArrayList<>();

    private final TlsOptions serverTls =
            TlsOptions.defaults().context(TestCertificates.SERVER.context()).shutdownTimeout(Duration.ofSeconds(20));
    private final TlsOptions clientTls =
            TlsOptions.defaults().context(TestCertificates.anonymous()).shutdownTimeout(Duration.ofSeconds(20));

    TlsTest() {
        loop.setExceptionHandler((failed, failure) -> unhandled.add(failure));
    }

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    private static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private <T> T run(Awaitable<T> coroutine) {
        return loop.runUntilComplete(coroutine);
    }

    /** Runs code on the loop. */
    private <T> T in(Callable<T> code) {
        return run(Script.<T>of(nothing -> Async.of(code.call())));
    }

    private void in(Runnable code) {
        run(Script.doing(code));
    }

    /** Runs blocking code on another thread, while the loop runs. */
    private <T> T beside(Callable<T> blocking) {
        return run(Script.<T>of(nothing -> Async.toThread(blocking::call)));
    }

    private static TlsOptions only(TlsOptions options, String protocol) {
        return options.parameters(p -> p.setProtocols(new String[] {protocol}));
    }

    private Server listen(TlsOptions tls, ConnectionHandler handler) {
        return in(() -> Net.listenTls(ANY_PORT, tls, handler));
    }

    private Connection connect(Server server, TlsOptions tls) throws IOException {
        return run(Net.connectTls(HOST, server.port(), tls));
    }

    /** Sends everything back until the client says that no more comes. */
    private static Script<Object> echo(Connection connection) {
        return Script.of(nothing -> connection.readAll(10_000_000)).then((byte[] all) -> {
            connection.write(all);
            return connection.drain();
        });
    }

    private static Script<Object> echoLine(Connection connection) {
        return Script.of(nothing -> connection.readLine()).then((String line) -> {
            connection.write(line + "!\n");
            return connection.drain();
        });
    }

    private String ask(Connection connection, String question) throws IOException {
        in(() -> connection.write(question + "\n"));
        return run(connection.readLine());
    }

    private void close(Connection connection) {
        run(connection.closeAsync());
    }

    private static SSLSocket jdkClient(int port, String protocol) throws IOException {
        SSLSocket socket =
                (SSLSocket) TestCertificates.CLIENT.context().getSocketFactory().createSocket(LOOPBACK, port);
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
    }

    private static SSLServerSocket jdkServer(String protocol) throws IOException {
        SSLServerSocket socket = (SSLServerSocket)
                TestCertificates.SERVER.context().getServerSocketFactory().createServerSocket(0, 50, LOOPBACK);
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    // ---- what is agreed on

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void bothSidesKnowWhatWasAgreedOn(String protocol) throws IOException {
        List<TlsSession> seen = new ArrayList<>();
        Server server = listen(serverTls.applicationProtocols("h2", "http/1.1").needClientCertificate(), connection -> {
            seen.add(connection.tls());
            return echoLine(connection);
        });
        TlsOptions tls = only(clientTls, protocol)
                .context(TestCertificates.CLIENT.context())
                .applicationProtocols("http/1.1");
        Connection connection = connect(server, tls);
        assertThat(ask(connection, "hello")).isEqualTo("hello!");
        TlsSession session = connection.tls();
        assertThat(session.protocol()).isEqualTo(protocol);
        assertThat(session.cipherSuite())
                .startsWith("TLS_")
                .isEqualTo(seen.get(0).cipherSuite());
        assertThat(session.applicationProtocol())
                .isEqualTo("http/1.1")
                .isEqualTo(seen.get(0).applicationProtocol());
        assertThat(session.peerCertificates()).containsExactly(TestCertificates.SERVER.certificate());
        assertThat(seen.get(0).peerCertificates()).containsExactly(TestCertificates.CLIENT.certificate());
        assertThat(((ExtendedSSLSession) seen.get(0).session()).getRequestedServerNames())
                .containsExactly(new SNIHostName(HOST));
        close(connection);
        assertThat(unhandled).isEmpty();
    }

    @Test
    void withoutTlsThereIsNoSession() throws IOException {
        Server server = in(() -> Net.listen(ANY_PORT, TlsTest::echoLine));
        assertThat(run(Net.connect(server.address())).tls()).isNull();
    }

    @Test
    void aNameThatTheCertificateIsNotForIsRefused_unlessNamesDoNotMatter() throws IOException {
        Server server = listen(serverTls, TlsTest::echoLine);
        assertThatThrownBy(() -> run(Net.connectTls("other.example", server.port(), clientTls)))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("the TLS handshake over")
                .hasMessageContaining("other.example");
        Connection anyName = run(Net.connectTls("other.example", server.port(), clientTls.verifyHostName(false)));
        assertThat(ask(anyName, "a")).isEqualTo("a!");
        Connection otherName = run(Net.connectTls("other.example", server.port(), clientTls.hostName(HOST)));
        assertThat(ask(otherName, "b")).isEqualTo("b!");
        Connection address =
                run(Net.connect(server.address(), ConnectOptions.defaults().tls(clientTls)));
        assertThat(ask(address, "c")).isEqualTo("c!");
        Connection rooted = run(Net.connectTls(HOST + ".", server.port(), clientTls));
        assertThat(ask(rooted, "d")).isEqualTo("d!");
        assertThat(unhandled).hasSize(1);
    }

    @Test
    void aCertificateThatNobodyTrustsIsRefused() {
        Server server = listen(serverTls, TlsTest::echoLine);
        assertThatThrownBy(() -> run(Net.connectTls(HOST, server.port())))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("PKIX path building failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aClientWithoutTheCertificateThatIsNeededIsRefused(String protocol) {
        Server server = listen(serverTls.needClientCertificate(), TlsTest::echoLine);
        assertThatThrownBy(() -> ask(connect(server, only(clientTls, protocol)), "a"))
                .isInstanceOf(IOException.class);
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception())
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("Empty client certificate chain");
    }

    @Test
    void aClientCertificateThatIsOnlyWantedMayBeMissing() throws IOException {
        List<TlsSession> seen = new ArrayList<>();
        Server server = listen(serverTls.wantClientCertificate(), connection -> {
            seen.add(connection.tls());
            return echoLine(connection);
        });
        assertThat(ask(connect(server, clientTls), "a")).isEqualTo("a!");
        assertThat(seen.get(0).peerCertificates()).isEmpty();
        assertThat(seen.get(0).applicationProtocol()).isNull();
    }

    @Test
    void applicationProtocolsOfWhichNoneIsSharedEndTheHandshake() {
        Server server = listen(serverTls.applicationProtocols("h2"), TlsTest::echoLine);
        assertThatThrownBy(() -> connect(server, clientTls.applicationProtocols("http/1.1")))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("no_application_protocol");
    }

    @Test
    void optionsThatCannotWorkAreRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Net.listenTls(ANY_PORT, TlsOptions.defaults(), TlsTest::echoLine))
                .withMessageContaining("SSLContext");
        Server server = in(() -> Net.listen(ANY_PORT, TlsTest::echoLine));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run(Net.connect(server.address())).startTls(clientTls))
                .withMessageContaining("hostName");
    }

    // ---- the JDK's sockets on the other side

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void clientsOfTheJdkAreServed_muchAtOnce(String protocol) {
        Server server = listen(
                serverTls,
                connection -> Script.of(nothing -> connection.readExactly(MUCH.length))
                        .then((byte[] all) -> {
                            connection.write(all);
                            return connection.drain();
                        }));
        byte[] answer = beside(() -> {
            try (SSLSocket socket = jdkClient(server.port(), protocol)) {
                socket.getOutputStream().write(MUCH);
                return socket.getInputStream().readAllBytes();
            }
        });
        assertThat(answer).isEqualTo(MUCH);
        assertThat(unhandled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void serversOfTheJdkAreUnderstood_muchAtOnce(String protocol) throws Exception {
        try (SSLServerSocket listening = jdkServer(protocol)) {
            Task<byte[]> seen = in(() -> loop.createTask(Async.toThread(() -> {
                try (Socket socket = listening.accept()) {
                    byte[] all = socket.getInputStream().readNBytes(MUCH.length);
                    socket.getOutputStream().write(all);
                    return all;
                }
            })));
            Connection connection = run(Net.connectTls(HOST, listening.getLocalPort(), clientTls));
            in(() -> connection.write(MUCH));
            assertThat(run(connection.readAll(10_000_000))).isEqualTo(MUCH);
            assertThat(connection.isAtEnd()).isTrue();
            assertThat(run(seen)).isEqualTo(MUCH);
            close(connection);
        }
    }

    @Test
    void oneDirectionIsClosedAlone_inTls13() throws IOException {
        Server server = listen(serverTls, TlsTest::echo);
        Connection connection = connect(server, clientTls);
        in(() -> {
            connection.write(MUCH);
            connection.closeOutput();
        });
        assertThat(run(connection.readAll(10_000_000))).isEqualTo(MUCH);
        close(connection);
        byte[] answer = beside(() -> {
            try (SSLSocket socket = jdkClient(server.port(), "TLSv1.3")) {
                send(socket, "hello");
                socket.shutdownOutput();
                return socket.getInputStream().readAllBytes();
            }
        });
        assertThat(answer).asString().isEqualTo("hello");
        assertThat(unhandled).isEmpty();
    }

    @Test
    void inTls12TheEndOfOneDirectionIsThatOfBoth() throws IOException {
        Server server = listen(serverTls, TlsTest::echo);
        Connection connection = connect(server, only(clientTls, "TLSv1.2"));
        in(() -> {
            connection.write("hello");
            connection.closeOutput();
        });
        assertThat(run(connection.readAll(100))).isEmpty();
        close(connection);
        run(server.awaitClients());
        assertThat(unhandled)
                .extracting(failure -> failure.exception().getMessage())
                .singleElement()
                .asString()
                .contains("before TLS 1.3 closes both directions");
    }

    // ---- records in pieces

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void recordsMayComeOneByteAtATime(String protocol) throws IOException {
        byte[] some = Arrays.copyOf(MUCH, 3000);
        Server server = in(() -> Net.listen(
                ANY_PORT,
                connection -> Script.of(
                                nothing -> NarrowLink.into(connection, 1).acceptTls(serverTls))
                        .then(nothing -> connection.readExactly(some.length))
                        .then((byte[] all) -> {
                            connection.write(all);
                            return connection.drain();
                        })));
        Connection connection = run(Net.connect(server.address()));
        in(() -> NarrowLink.into(connection, 1));
        run(connection.startTls(only(clientTls, protocol).hostName(HOST)));
        in(() -> connection.write(some));
        assertThat(run(connection.readAll(10_000))).isEqualTo(some);
        close(connection);
        assertThat(unhandled).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 4093, 16_411})
    void recordsMayComeInPiecesOfAnySize(int width) throws IOException {
        byte[] some = Arrays.copyOf(MUCH, 200_000);
        Server server = listen(serverTls, TlsTest::echo);
        Connection connection = run(Net.connect(server.address()));
        in(() -> NarrowLink.into(connection, width));
        run(connection.startTls(clientTls.hostName(HOST)));
        in(() -> {
            connection.write(some);
            connection.closeOutput();
        });
        assertThat(run(connection.readAll(1_000_000))).isEqualTo(some);
        close(connection);
        assertThat(unhandled).isEmpty();
    }

    @Test
    void manySmallRecordsAreReadInAnyPortion() throws IOException {
        Server server = listen(serverTls, connection -> {
            for (int i = 0; i < 1000; i++) {
                connection.write(i + "\n");
            }
            return connection.drain();
        });
        Connection connection = connect(server, clientTls);
        for (int i = 0; i < 1000; i++) {
            String line = i % 2 == 0
                    ? run(connection.readLine())
                    : new String(run(connection.readUntil(new byte[] {'\n'}, 10)), StandardCharsets.US_ASCII).trim();
            assertThat(line).isEqualTo(String.valueOf(i));
        }
        assertThat(run(connection.readLine())).isNull();
        close(connection);
    }

    @Test
    void aRecordMayBeReadIntoASmallBuffer() throws IOException {
        Server server = listen(serverTls, connection -> {
            connection.write(Arrays.copyOf(MUCH, 40_000));
            return connection.drain();
        });
        Connection connection = connect(server, clientTls);
        java.nio.ByteBuffer into = java.nio.ByteBuffer.allocate(40_000);
        while (into.hasRemaining()) {
            into.limit(Math.min(into.position() + 1000, 40_000));
            assertThat(run(connection.read(into))).isBetween(1, 1000);
            into.limit(40_000);
        }
        assertThat(run(connection.read(java.nio.ByteBuffer.allocate(1)))).isEqualTo(-1);
        assertThat(into.array()).isEqualTo(Arrays.copyOf(MUCH, 40_000));
        close(connection);
    }

    @Test
    void aClientThatDoesNotReadKeepsTheWriterWaiting() throws IOException {
        List<String> trail = new ArrayList<>();
        byte[] tooMuch = new byte[32 * 1024 * 1024];
        Server server = listen(
                serverTls,
                connection -> Script.of(nothing -> {
                            connection.write(tooMuch);
                            return connection.drain();
                        })
                        .then(nothing -> {
                            trail.add("drained");
                            return Async.done();
                        }));
        Connection connection = connect(server, clientTls);
        run(connection.readExactly(1));
        assertThat(trail).isEmpty();
        assertThat(run(connection.readExactly(tooMuch.length - 1))).hasSize(tooMuch.length - 1);
        assertThat(run(connection.read(1))).isEmpty();
        assertThat(trail).containsExactly("drained");
        close(connection);
    }

    // ---- after the handshake

    @Test
    void keysMayBeUpdatedAtAnyTime() throws Exception {
        Server server = listen(
                serverTls,
                connection -> Script.of(nothing -> echoLine(connection))
                        .then(nothing -> echoLine(connection))
                        .then(nothing -> echoLine(connection)));
        List<String> answers = beside(() -> {
            List<String> received = new ArrayList<>();
            try (SSLSocket socket = jdkClient(server.port(), "TLSv1.3")) {
                BufferedReader reader = reader(socket);
                for (String line : List.of("one\n", "two\n", "three\n")) {
                    send(socket, line);
                    socket.startHandshake();
                    received.add(reader.readLine());
                }
            }
            return received;
        });
        assertThat(answers).containsExactly("one!", "two!", "three!");
        try (SSLServerSocket listening = jdkServer("TLSv1.3")) {
            in(() -> loop.createTask(Async.toThread(() -> {
                SSLSocket socket = (SSLSocket) listening.accept();
                for (String line : List.of("one", "two", "three")) {
                    socket.startHandshake();
                    send(socket, line + reader(socket).readLine() + "\n");
                }
                socket.close();
                return null;
            })));
            Connection connection = run(Net.connectTls(HOST, listening.getLocalPort(), clientTls));
            assertThat(ask(connection, "?")).isEqualTo("one?");
            assertThat(ask(connection, "?")).isEqualTo("two?");
            assertThat(ask(connection, "?")).isEqualTo("three?");
            assertThat(run(connection.readLine())).isNull();
            close(connection);
        }
        assertThat(unhandled).isEmpty();
    }

    @Test
    void aSessionIsResumed() throws IOException {
        Server server = listen(serverTls, TlsTest::echoLine);
        Connection first = connect(server, clientTls);
        ask(first, "a");
        long created = first.tls().session().getCreationTime();
        close(first);
        Connection second = connect(server, clientTls);
        assertThat(ask(second, "b")).isEqualTo("b!");
        assertThat(second.tls().session().getCreationTime()).isEqualTo(created);
        close(second);
    }

    @Test
    void aClientThatRenegotiatesIsRefused() {
        Server server = listen(serverTls, connection -> connection.readLine());
        assertThatThrownBy(() -> beside(() -> {
                    try (SSLSocket socket = jdkClient(server.port(), "TLSv1.2")) {
                        socket.startHandshake();
                        socket.startHandshake();
                        send(socket, "a\n");
                        return reader(socket).readLine();
                    }
                }))
                .isInstanceOf(IOException.class);
        run(server.awaitClients());
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception())
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("renegotiation");
    }

    @Test
    void aServerThatRenegotiatesIsRefused() throws IOException {
        try (SSLServerSocket listening = jdkServer("TLSv1.2")) {
            in(() -> loop.createTask(Async.toThread(() -> {
                try (SSLSocket socket = (SSLSocket) listening.accept()) {
                    socket.startHandshake();
                    socket.startHandshake();
                    return socket.getInputStream().read();
                } catch (IOException refused) {
                    return -1;
                }
            })));
            Connection connection = run(Net.connectTls(HOST, listening.getLocalPort(), clientTls));
            assertThatThrownBy(() -> run(connection.readLine()))
                    .isInstanceOf(SSLException.class)
                    .hasMessageContaining("renegotiation");
            in(connection::abort);
        }
    }

    // ---- the end

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void anEndWithoutCloseNotifyIsAnErrorAfterTheBytesThatCame(String protocol) throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 50, LOOPBACK)) {
            in(() -> loop.createTask(Async.toThread(() -> {
                Socket below = listening.accept();
                SSLSocket socket = (SSLSocket)
                        TestCertificates.SERVER.context().getSocketFactory().createSocket(below, null, false);
                socket.setUseClientMode(false);
                send(socket, "some");
                below.close();
                return null;
            })));
            Connection connection = run(Net.connectTls(HOST, listening.getLocalPort(), only(clientTls, protocol)));
            assertThat(run(connection.readExactly(4))).asString().isEqualTo("some");
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(() -> run(connection.read(1)))
                        .isInstanceOf(TlsTruncatedException.class)
                        .hasMessageContaining("close_notify");
            }
            assertThat(connection.isAtEnd()).isFalse();
            close(connection);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aCloseLosesNothing_thoughNothingThatCameWasRead(String protocol) throws Exception {
        try (SSLServerSocket listening = jdkServer(protocol)) {
            Task<byte[]> seen = in(() -> loop.createTask(Async.toThread(() -> {
                try (Socket socket = listening.accept()) {
                    send(socket, "unread");
                    return socket.getInputStream().readAllBytes();
                }
            })));
            Connection connection = run(Net.connectTls(HOST, listening.getLocalPort(), clientTls));
            in(() -> connection.write(MUCH));
            close(connection);
            assertThat(run(seen)).isEqualTo(MUCH);
        }
    }

    @Test
    void aCloseWaitsOnlySoLongForTheOtherSide() throws IOException {
        List<Connection> clients = new ArrayList<>();
        Server server = listen(serverTls, connection -> {
            clients.add(connection);
            return loop.promise();
        });
        Connection connection = connect(server, clientTls.shutdownTimeout(Duration.ofMillis(50)));
        close(connection);
        assertThat(connection.isOpen()).isFalse();
        assertThat(run(clients.get(0).read(1))).as("close_notify was sent").isEmpty();
    }

    @Test
    void aCloseWaitsOnlySoLongForRoomForCloseNotify() throws IOException {
        Server server = listen(serverTls, connection -> loop.promise());
        Connection connection = run(Net.connect(server.address()));
        in(() -> NarrowLink.into(connection, 99_999));
        NarrowLink narrow = (NarrowLink) connection.wire().link();
        run(connection.startTls(clientTls.hostName(HOST).shutdownTimeout(Duration.ofMillis(50))));
        in(() -> narrow.width(0));
        close(connection);
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void aCloseDoesNotWaitForWhoNeverStopsSending() throws IOException {
        Server server = listen(serverTls, connection -> {
            connection.write(new byte[32 * 1024 * 1024]);
            return connection.drain();
        });
        Connection connection = connect(server, clientTls.shutdownTimeout(Duration.ofDays(1)));
        run(connection.readExactly(1));
        close(connection);
        run(server.awaitClients());
        assertThat(unhandled).hasSize(1);
    }

    // ---- others than TLS

    @Test
    void whoDoesNotSpeakTlsIsToldSo_andOthersAreServed() throws IOException {
        Server server = listen(serverTls, TlsTest::echoLine);
        beside(() -> {
            try (Socket socket = new Socket(LOOPBACK, server.port())) {
                send(socket, "GET / HTTP/1.0\r\n\r\n");
                return socket.getInputStream().read();
            }
        });
        assertThat(ask(connect(server, clientTls), "a")).isEqualTo("a!");
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception())
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("does not speak TLS here, it began with \"GET / HTTP/1.0.");
    }

    @Test
    void aServerThatDoesNotSpeakTlsIsNamed() {
        Server server = in(() -> Net.listen(ANY_PORT, connection -> {
            connection.write("220 mail.example ready\r\n");
            return connection.readLine();
        }));
        assertThatThrownBy(() -> connect(server, clientTls))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("it began with \"220 mail.example\"");
    }

    @Test
    void aServerThatHangsUpInTheHandshakeIsNamed() {
        Server server = in(() -> Net.listen(ANY_PORT, connection -> connection.readExactly(5)));
        assertThatThrownBy(() -> connect(server, clientTls))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the TLS handshake over");
    }

    @Test
    void malformedHandshakesEndTheirConnectionOnly() throws IOException {
        Server server = listen(serverTls, TlsTest::echoLine);
        byte[][] broken = {
            {22, 3, 1, 0, 5, 1, 0, 0, 1, 0},
            {22, 3, 1, 0, 4, 1, (byte) 255, (byte) 255, (byte) 255},
            {22, 3, 3, (byte) 255, (byte) 255, 0},
            {23, 3, 3, 0, 3, 1, 2, 3},
            {21, 3, 3, 0, 2, 2, 40},
            {20, 3, 3, 0, 1, 1},
            {(byte) 128, 10, 1, 3, 1, 0, 3, 0, 0, 0, 16},
            {0, 0, 0, 0, 0, 0, 0, 0},
        };
        for (byte[] each : broken) {
            beside(() -> {
                try (Socket socket = new Socket(LOOPBACK, server.port())) {
                    socket.getOutputStream().write(each);
                    socket.shutdownOutput();
                    return socket.getInputStream().readAllBytes();
                } catch (IOException reset) {
                    return null;
                }
            });
        }
        run(server.awaitClients());
        assertThat(unhandled)
                .hasSize(broken.length)
                .allSatisfy(failure -> assertThat(failure.exception())
                        .isInstanceOf(SSLHandshakeException.class)
                        .hasMessageStartingWith("the TLS handshake over"));
        assertThat(ask(connect(server, clientTls), "a")).isEqualTo("a!");
    }

    @Test
    void recordsThatWereChangedOnTheWayFailTheRead() throws IOException {
        Server server = listen(serverTls, TlsTest::echoLine);
        Connection connection = connect(server, clientTls);
        Connection honest = connect(server, clientTls);
        byte[] forged = {23, 3, 3, 0, 20, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20};
        in(() -> {
            ByteLink below = below(connection);
            return below.write(java.nio.ByteBuffer.wrap(forged));
        });
        assertThatThrownBy(() -> run(connection.readLine())).isInstanceOf(IOException.class);
        in(connection::abort);
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception())
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("ag mismatch");
        assertThat(ask(honest, "a")).isEqualTo("a!");
    }

    private static ByteLink below(Connection connection) {
        return ((TlsLink) connection.wire().link()).below();
    }

    // ---- time limits

    @Test
    void aHandshakeTakesOnlySoLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 50, LOOPBACK)) {
            assertThatThrownBy(() -> run(Net.connectTls(
                            HOST, silent.getLocalPort(), clientTls.handshakeTimeout(Duration.ofMillis(50)))))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("did not shake hands within 50 ms");
            ConnectOptions hurried =
                    ConnectOptions.defaults().timeout(Duration.ofMillis(50)).tls(clientTls);
            assertThatThrownBy(() -> run(Net.connect(HOST, silent.getLocalPort(), hurried)))
                    .isInstanceOf(SocketTimeoutException.class)
                    .hasMessageContaining("cannot connect to tls.example");
        }
    }

    @Test
    void aClientThatSaysNothingIsLeftToItself() throws IOException {
        Server server = listen(serverTls.handshakeTimeout(Duration.ofMillis(50)), TlsTest::echoLine);
        Connection silent = run(Net.connect(server.address()));
        assertThat(run(silent.read(1))).isEmpty();
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception()).isInstanceOf(SocketTimeoutException.class);
    }

    // ---- in place

    @Test
    void tlsBeginsInTheMiddle_evenIfItsFirstRecordCameWithTheLastPlainLine() throws IOException {
        Server server = in(() -> Net.listen(
                ANY_PORT,
                connection -> Script.of(nothing -> connection.readLine())
                        .then((String line) -> connection.acceptTls(serverTls))
                        .then(nothing -> echoLine(connection))));
        Connection connection = run(Net.connect(HOST, server.port()));
        in(() -> connection.write("STARTTLS\n"));
        run(connection.startTls(clientTls.hostName(HOST)));
        assertThat(ask(connection, "protected")).isEqualTo("protected!");
        close(connection);
        assertThat(unhandled).isEmpty();
    }

    @Test
    void plainTextBehindTheCommandIsNotTakenForProtected() {
        List<String> taken = new ArrayList<>();
        Server server = in(() -> Net.listen(
                ANY_PORT,
                connection -> Script.of(nothing -> connection.readLine())
                        .then((String line) -> connection.acceptTls(serverTls))
                        .then(nothing -> connection.readLine())
                        .then((String line) -> {
                            taken.add(line);
                            return Async.done();
                        })));
        beside(() -> {
            try (Socket socket = new Socket(LOOPBACK, server.port())) {
                send(socket, "STARTTLS\nDELETE everything\n");
                return socket.getInputStream().read();
            }
        });
        run(server.awaitClients());
        assertThat(taken).isEmpty();
        assertThat(unhandled.get(0).exception()).hasMessageContaining("it began with \"DELETE everythin\"");
    }

    @Test
    void tlsGoesThroughTls() throws IOException {
        Server server = listen(
                serverTls,
                connection ->
                        Script.of(nothing -> connection.acceptTls(serverTls)).then(nothing -> echo(connection)));
        Connection connection = connect(server, clientTls);
        run(connection.startTls(clientTls.hostName(HOST)));
        in(() -> {
            connection.write(MUCH);
            connection.closeOutput();
        });
        assertThat(run(connection.readAll(10_000_000))).isEqualTo(MUCH);
        close(connection);
        assertThat(unhandled).isEmpty();
    }
}
