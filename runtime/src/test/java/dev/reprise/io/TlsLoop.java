package dev.reprise.io;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Script;
import dev.reprise.UnhandledFailure;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/**
 * A loop that speaks TLS, and what the tests of it need. Real sockets on loopback, in real time; the other side is Reprise itself
 * or the blocking sockets of the JDK.
 */
@Timeout(60)
abstract class TlsLoop {

    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    static final InetSocketAddress ANY_PORT = new InetSocketAddress(LOOPBACK, 0);
    static final String HOST = "tls.example";
    static final byte[] MUCH = randomBytes(2_000_000);

    final EventLoop loop = EventLoop.open(LoopOptions.defaults().resolver(host -> List.of(LOOPBACK)));
    final List<UnhandledFailure> unhandled = new ArrayList<>();

    final TlsOptions serverTls =
            TlsOptions.defaults().context(TestCertificates.SERVER.context()).shutdownTimeout(Duration.ofSeconds(20));
    final TlsOptions clientTls =
            TlsOptions.defaults().context(TestCertificates.anonymous()).shutdownTimeout(Duration.ofSeconds(20));

    TlsLoop() {
        loop.setExceptionHandler((failed, failure) -> unhandled.add(failure));
    }

    @AfterEach
    final void closeLoop() {
        loop.close();
    }

    static byte[] randomBytes(int count) {
        byte[] bytes = new byte[count];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    <T> T run(Awaitable<T> coroutine) {
        return loop.runUntilComplete(coroutine);
    }

    /** Runs code on the loop. */
    <T> T in(Callable<T> code) {
        return run(Script.<T>of(nothing -> Async.of(code.call())));
    }

    void in(Runnable code) {
        run(Script.doing(code));
    }

    /** Runs blocking code on another thread, while the loop runs. */
    <T> T beside(Callable<T> blocking) {
        return run(Script.<T>of(nothing -> Async.toThread(blocking::call)));
    }

    static TlsOptions only(TlsOptions options, String protocol) {
        return options.parameters(p -> p.setProtocols(new String[] {protocol}));
    }

    Server listen(TlsOptions tls, ConnectionHandler handler) {
        return in(() -> Net.listenTls(ANY_PORT, tls, handler));
    }

    Connection connect(Server server, TlsOptions tls) throws IOException {
        return run(Net.connectTls(HOST, server.port(), tls));
    }

    /** Sends everything back until the client says that no more comes. */
    static Script<Object> echo(Connection connection) {
        return Script.of(nothing -> connection.readAll(10_000_000)).then((byte[] all) -> {
            connection.write(all);
            return connection.drain();
        });
    }

    static Script<Object> echoLine(Connection connection) {
        return Script.of(nothing -> connection.readLine()).then((String line) -> {
            connection.write(line + "!\n");
            return connection.drain();
        });
    }

    String ask(Connection connection, String question) throws IOException {
        in(() -> connection.write(question + "\n"));
        return run(connection.readLine());
    }

    void close(Connection connection) {
        run(connection.closeAsync());
    }

    static SSLSocket jdkClient(int port, String protocol) throws IOException {
        SSLSocket socket =
                (SSLSocket) TestCertificates.CLIENT.context().getSocketFactory().createSocket(LOOPBACK, port);
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
    }

    static SSLServerSocket jdkServer(String protocol) throws IOException {
        SSLServerSocket socket = (SSLServerSocket)
                TestCertificates.SERVER.context().getServerSocketFactory().createServerSocket(0, 50, LOOPBACK);
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
    }

    static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }
}
