package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.Task;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a conversation in TLS ends. */
class TlsEndTest extends TlsLoop {

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
}
