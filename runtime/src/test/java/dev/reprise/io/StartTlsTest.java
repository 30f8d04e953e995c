package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.Script;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** TLS from the middle of a connection on. */
class StartTlsTest extends TlsLoop {

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
