package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The other side is openssl or curl; skipped where they are not installed. */
@Timeout(60)
class TlsToolsTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(LOOPBACK, 0);
    private static final String HOST = "tls.example";

    private final EventLoop loop = EventLoop.open(LoopOptions.defaults().resolver(host -> List.of(LOOPBACK)));
    private final List<UnhandledFailure> unhandled = new ArrayList<>();
    private final List<Process> started = new ArrayList<>();
    private final TlsOptions serverTls = TlsOptions.defaults().context(TestCertificates.SERVER.context());
    private final TlsOptions clientTls = TlsOptions.defaults().context(TestCertificates.CLIENT.context());

    @TempDir
    Path folder;

    @BeforeEach
    void writeKeys() throws Exception {
        loop.setExceptionHandler((failed, failure) -> unhandled.add(failure));
        Files.writeString(folder.resolve("server.pem"), TestCertificates.SERVER.certificatePem());
        Files.writeString(folder.resolve("server.key"), TestCertificates.SERVER.keyPem());
        Files.writeString(folder.resolve("client.pem"), TestCertificates.CLIENT.certificatePem());
    }

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
        loop.close();
    }

    private <T> T run(Awaitable<T> coroutine) {
        return loop.runUntilComplete(coroutine);
    }

    private <T> T in(Callable<T> code) {
        return run(Script.<T>of(nothing -> Async.of(code.call())));
    }

    private <T> T beside(Callable<T> blocking) {
        return run(Script.<T>of(nothing -> Async.toThread(blocking::call)));
    }

    /** A tool at work, its errors among its output. */
    private final class Tool {

        private final Process process;
        private final BufferedReader output;
        private final List<String> seen = new ArrayList<>();

        Tool(String... command) throws IOException {
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            started.add(process);
            output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        void type(String text) throws IOException {
            process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        }

        /** Reads up to a line with a text in it, and gives that line. */
        String until(String text) throws IOException {
            String line = output.readLine();
            while (line != null && !line.contains(text)) {
                seen.add(line);
                line = output.readLine();
            }
            assertThat(line).as("after " + seen).isNotNull();
            seen.add(line);
            return line;
        }

        String rest() throws IOException {
            StringBuilder rest = new StringBuilder();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                rest.append(line).append('\n');
            }
            return rest.toString();
        }

        int exit() throws InterruptedException {
            return process.waitFor();
        }
    }

    private static void need(String tool) {
        boolean there = false;
        try {
            Process version = new ProcessBuilder(tool, tool.equals("openssl") ? "version" : "--version")
                    .redirectErrorStream(true)
                    .start();
            version.getInputStream().readAllBytes();
            there = version.waitFor() == 0;
        } catch (IOException e) {
            there = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        assumeTrue(there, tool + " is not installed: this test talks to it");
    }

    private Tool sClient(Server server, String... more) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("openssl", "s_client", "-connect", "127.0.0.1:" + server.port()));
        command.addAll(List.of("-servername", HOST, "-CAfile", "server.pem", "-verify_return_error"));
        command.addAll(List.of("-verify_hostname", HOST));
        command.addAll(List.of(more));
        return new Tool(command.toArray(String[]::new));
    }

    private static Script<Object> echoLine(Connection connection) {
        return Script.of(nothing -> connection.readLine()).then((String line) -> {
            connection.write(line + "!\n");
            return connection.drain();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void opensslIsServed(String version) throws Exception {
        need("openssl");
        Server server = in(() -> Net.listenTls(ANY_PORT, serverTls.applicationProtocols("h2"), TlsToolsTest::echoLine));
        String output = beside(() -> {
            Tool client = sClient(server, version, "-alpn", "h2");
            client.until("Verify return code: 0 (ok)");
            client.type("hello\n");
            String rest = client.until("hello!") + client.rest();
            return String.join("\n", client.seen) + rest + client.exit();
        });
        assertThat(output)
                .contains("ALPN protocol: h2", "hello!")
                .doesNotContain("unexpected eof")
                .endsWith("0");
        assertThat(unhandled).isEmpty();
    }

    @Test
    void opensslMayUpdateItsKeys() {
        need("openssl");
        Server server = in(() -> Net.listenTls(ANY_PORT, serverTls, TlsToolsTest::echoLine));
        String answer = beside(() -> {
            Tool client = sClient(server, "-tls1_3");
            client.until("Verify return code: 0 (ok)");
            client.type("K\n");
            client.until("KEYUPDATE");
            client.type("hello\n");
            return client.until("hello!");
        });
        assertThat(answer).contains("hello!");
        assertThat(unhandled).isEmpty();
    }

    @Test
    void opensslMayNotRenegotiate() {
        need("openssl");
        Server server = in(() -> Net.listenTls(ANY_PORT, serverTls, TlsToolsTest::echoLine));
        beside(() -> {
            Tool client = sClient(server, "-tls1_2");
            client.until("Verify return code: 0 (ok)");
            client.type("R\n");
            return client.rest();
        });
        run(server.awaitClients());
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception())
                .isInstanceOf(SSLException.class)
                .hasMessageContaining("renegotiation");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_2", "-tls1_3"})
    void serversOfOpensslAreUnderstood(String version) throws IOException {
        need("openssl");
        Tool server = new Tool(
                "openssl",
                "s_server",
                "-accept",
                "127.0.0.1:0",
                "-cert",
                "server.pem",
                "-key",
                "server.key",
                "-rev",
                version,
                "-Verify",
                "1",
                "-CAfile",
                "client.pem",
                "-verify_return_error",
                "-alpn",
                "h2",
                "-naccept",
                "1");
        String accepts = beside(() -> server.until("ACCEPT"));
        int port =
                Integer.parseInt(accepts.substring(accepts.lastIndexOf(':') + 1).trim());
        Connection connection = run(Net.connectTls(HOST, port, clientTls.applicationProtocols("h2")));
        in(() -> {
            connection.write("hello\n");
            return null;
        });
        assertThat(run(connection.readLine())).isEqualTo("olleh");
        assertThat(connection.tls().applicationProtocol()).isEqualTo("h2");
        String longLine = "0123456789".repeat(1_000);
        in(() -> {
            connection.write(longLine + "\nCLOSE\n");
            return null;
        });
        assertThat(run(connection.readLine())).endsWith("3210").hasSize(longLine.length());
        assertThat(run(connection.readLine())).as("s_server sends close_notify").isNull();
        run(connection.closeAsync());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2", "1.3"})
    void curlIsServed(String version) throws Exception {
        need("curl");
        byte[] much = "0123456789\n".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
        Files.write(folder.resolve("body"), much);
        Server server = in(() -> Net.listenTls(
                ANY_PORT,
                serverTls.applicationProtocols("http/1.1"),
                connection -> Script.of(
                                nothing -> connection.readUntil("\r\n\r\n".getBytes(StandardCharsets.UTF_8), 9999))
                        .then(nothing -> connection.readExactly(much.length))
                        .then((byte[] body) -> {
                            connection.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
                            connection.write(body);
                            return connection.drain();
                        })));
        int exit = beside(() -> {
            String port = String.valueOf(server.port());
            Tool curl = new Tool(
                    "curl",
                    "--silent",
                    "--show-error",
                    "--tlsv" + version,
                    "--tls-max",
                    version,
                    "--cacert",
                    "server.pem",
                    "--resolve",
                    HOST + ":" + port + ":127.0.0.1",
                    "--noproxy",
                    "*",
                    "-H",
                    "Expect:",
                    "--data-binary",
                    "@body",
                    "--output",
                    "answer",
                    "https://" + HOST + ":" + port + "/");
            assertThat(curl.rest()).isEmpty();
            return curl.exit();
        });
        assertThat(exit).isZero();
        assertThat(Files.readAllBytes(folder.resolve("answer"))).isEqualTo(much);
        assertThat(unhandled).isEmpty();
    }
}
