package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.Script;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records in pieces of all sizes, and what the engine says between them. */
class TlsRecordsTest extends TlsLoop {

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
        Server server = listen(serverTls, TlsLoop::echo);
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
        Server server = listen(serverTls, TlsLoop::echoLine);
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
}
