package dev.reprise.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.Script;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class UnixSocketTest {

    private final EventLoop loop = EventLoop.open();

    @TempDir
    Path folder;

    @AfterEach
    void closeLoop() {
        loop.close();
    }

    private <T> T run(Script.Step<Object> program) {
        return loop.runUntilComplete(Script.<T>of(program));
    }

    private Server listen(Path file) throws IOException {
        return Net.listen(
                UnixDomainSocketAddress.of(file),
                client -> Script.of(none -> client.readLine()).then(line -> {
                    client.write(line + "!\n");
                    return Async.done();
                }));
    }

    @Test
    void aLineIsAnsweredAsOverTcp_andTheFileGoesWithTheServer() {
        Path file = folder.resolve("socket");
        String answer = run(none -> {
            Server server = listen(file);
            assertThat(file).exists();
            assertThatIllegalStateException().isThrownBy(server::port).withMessageContaining("address()");
            return Script.of(nothing -> Net.connect(server.address())).then((Connection connection) -> {
                assertThat(connection.remoteAddress()).isEqualTo(UnixDomainSocketAddress.of(file));
                connection.write("hello\n");
                return Script.of(nothing -> connection.readLine()).then(line -> {
                    connection.close();
                    server.close();
                    return Async.of(line);
                });
            });
        });
        assertThat(answer).isEqualTo("hello!");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFileThatIsThereIsNotTouched() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> run(none -> Async.of(listen(file))))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot listen on")
                .hasMessageContaining("in use");
        assertThat(file).exists();
    }

    @Test
    void aFileThatAnotherServerHasPutThereIsLeftToIt() {
        Path file = folder.resolve("socket");
        run(none -> {
            Server first = listen(file);
            Files.delete(file);
            Server second = listen(file);
            first.close();
            assertThat(file).exists();
            second.close();
            assertThat(file).doesNotExist();
            second.close();
            return Async.done();
        });
    }

    @Test
    void aServerThatIsGoneRefuses() {
        UnixDomainSocketAddress nobody = UnixDomainSocketAddress.of(folder.resolve("nobody"));
        assertThatThrownBy(() -> run(none -> Net.connect(nobody)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cannot connect to")
                .hasMessageContaining("nobody");
    }
}
