package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

/** Others than those who speak TLS well, and those who take too long. */
class TlsFaultsTest extends TlsLoop {

    // ---- others than TLS

    @Test
    void whoDoesNotSpeakTlsIsToldSo_andOthersAreServed() throws IOException {
        Server server = listen(serverTls, TlsLoop::echoLine);
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
        Server server = listen(serverTls, TlsLoop::echoLine);
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
        Server server = listen(serverTls, TlsLoop::echoLine);
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
        Server server = listen(serverTls.handshakeTimeout(Duration.ofMillis(50)), TlsLoop::echoLine);
        Connection silent = run(Net.connect(server.address()));
        assertThat(run(silent.read(1))).isEmpty();
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception()).isInstanceOf(SocketTimeoutException.class);
    }
}
