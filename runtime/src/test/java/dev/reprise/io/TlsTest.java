package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.Script;
import dev.reprise.Task;
import java.io.IOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What two sides agree on, and that each understands the JDK as the other one. */
class TlsTest extends TlsLoop {

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
        Server server = in(() -> Net.listen(ANY_PORT, TlsLoop::echoLine));
        assertThat(run(Net.connect(server.address())).tls()).isNull();
    }

    @Test
    void aNameThatTheCertificateIsNotForIsRefused_unlessNamesDoNotMatter() throws IOException {
        Server server = listen(serverTls, TlsLoop::echoLine);
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
        Server server = listen(serverTls, TlsLoop::echoLine);
        assertThatThrownBy(() -> run(Net.connectTls(HOST, server.port())))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("PKIX path building failed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aClientWithoutTheCertificateThatIsNeededIsRefused(String protocol) {
        Server server = listen(serverTls.needClientCertificate(), TlsLoop::echoLine);
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
        Server server = listen(serverTls.applicationProtocols("h2"), TlsLoop::echoLine);
        assertThatThrownBy(() -> connect(server, clientTls.applicationProtocols("http/1.1")))
                .isInstanceOf(SSLHandshakeException.class)
                .hasMessageContaining("no_application_protocol");
    }

    @Test
    void optionsThatCannotWorkAreRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Net.listenTls(ANY_PORT, TlsOptions.defaults(), TlsLoop::echoLine))
                .withMessageContaining("SSLContext");
        Server server = in(() -> Net.listen(ANY_PORT, TlsLoop::echoLine));
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
        Server server = listen(serverTls, TlsLoop::echo);
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
        Server server = listen(serverTls, TlsLoop::echo);
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
}
