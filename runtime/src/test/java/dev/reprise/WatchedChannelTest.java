package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatchedChannelTest extends VirtualLoop {

    private Pipe pipe;

    @BeforeEach
    void openPipe() throws IOException {
        pipe = Pipe.open();
        pipe.source().configureBlocking(false);
        pipe.sink().configureBlocking(false);
    }

    @AfterEach
    void closePipe() throws IOException {
        pipe.source().close();
        pipe.sink().close();
    }

    private void send(String text) {
        try {
            pipe.sink().write(StandardCharsets.UTF_8.encode(text));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private String receive(int most) {
        try {
            ByteBuffer buffer = ByteBuffer.allocate(most);
            pipe.source().read(buffer);
            return StandardCharsets.UTF_8.decode(buffer.flip()).toString();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Lets a second of the clock pass; the loop waits for the pipe before. */
    private void second() {
        loop.runUntilComplete(Async.sleep(Duration.ofSeconds(1)));
    }

    @Test
    void theCallbackIsCalledInEachTurnInWhichTheChannelCanBeRead() throws IOException {
        loop.onReadable(pipe.source(), () -> trail.add(receive(2)));
        second();
        assertThat(trail).as("nothing was sent").isEmpty();
        send("abcde");
        second();
        assertThat(trail).containsExactly("ab", "cd", "e");
    }

    @Test
    void anotherCallbackTakesThePlaceOfTheFirst_nullThatOfNobody() throws IOException {
        loop.onReadable(pipe.source(), () -> trail.add("first"));
        loop.onReadable(pipe.source(), () -> trail.add("second " + receive(9)));
        send("a");
        second();
        loop.onReadable(pipe.source(), null);
        send("b");
        second();
        assertThat(trail).containsExactly("second a");
    }

    @Test
    void aRemovedChannelIsNotCalledFor_andCanBlockAgain_andBeWatchedAgain() throws IOException {
        loop.onReadable(pipe.source(), () -> trail.add(receive(9)));
        onLoop(() -> {
            assertThat(loop.remove(pipe.source())).isTrue();
            assertThat(loop.remove(pipe.source())).isFalse();
        });
        pipe.source().configureBlocking(true);
        send("a");
        second();
        assertThat(trail).isEmpty();
        pipe.source().configureBlocking(false);
        loop.onReadable(pipe.source(), () -> trail.add(receive(9)));
        second();
        assertThat(trail).containsExactly("a");
    }

    @Test
    void aCallbackThatRemovesItsChannelIsCalledOnce() throws IOException {
        loop.onReadable(pipe.source(), () -> {
            trail.add("called");
            loop.remove(pipe.source());
        });
        send("abc");
        second();
        assertThat(trail).containsExactly("called");
    }

    @Test
    void clientsAreAcceptedAndConnectionsMade() throws IOException {
        try (ServerSocketChannel server = ServerSocketChannel.open();
                SocketChannel client = SocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                    .configureBlocking(false);
            client.configureBlocking(false);
            client.connect(server.getLocalAddress());
            loop.onReadable(server, () -> {
                try {
                    server.accept().close();
                    trail.add("accepted");
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            loop.onWritable(client, () -> {
                try {
                    trail.add("connected " + client.finishConnect());
                    loop.remove(client);
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            second();
            assertThat(trail).containsExactlyInAnyOrder("accepted", "connected true");
        }
    }

    @Test
    void aCallbackThatFailsIsReported_andCalledAgain() throws IOException {
        loop.onReadable(pipe.source(), () -> {
            throw new IllegalStateException("on " + receive(1));
        });
        send("ab");
        second();
        assertThat(unhandled)
                .extracting(failure -> failure.exception().getMessage())
                .containsExactly("on a", "on b");
        assertThat(unhandled.get(0).message()).contains("channel is readable");
    }

    @Test
    void theLoopDoesNotCloseTheChannel() throws IOException {
        loop.onReadable(pipe.source(), () -> {});
        second();
        loop.close();
        assertThat(pipe.source().isOpen()).isTrue();
        pipe.source().configureBlocking(true);
    }

    @Test
    void whatCannotBeWatchedIsRefused() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop.onWritable(pipe.source(), () -> {}))
                .withMessageContaining("never writable");
        assertThat(loop.remove(pipe.source())).isFalse();
        pipe.source().configureBlocking(true);
        assertThatThrownBy(() -> loop.onReadable(pipe.source(), () -> {}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith(" blocks, so a loop cannot wait for it: call configureBlocking(false) first");
        pipe.source().close();
        assertThatThrownBy(() -> loop.onReadable(pipe.source(), () -> {})).isInstanceOf(ClosedChannelException.class);
    }
}
