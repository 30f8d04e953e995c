import static dev.reprise.Async.await;
import static dev.reprise.Async.done;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.io.Connection;
import dev.reprise.io.Net;
import dev.reprise.io.Server;
import dev.reprise.testing.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Twenty pages are fetched with callbacks for channels that the program has opened itself. */
class P004_42_SelectorFetch {

    private static int left = 20;

    /** One page. */
    private static final class Fetcher {

        private final EventLoop loop;
        private final SocketChannel client;
        private final ByteArrayOutputStream data = new ByteArrayOutputStream();
        private final Runnable allDone;

        Fetcher(EventLoop loop, SocketAddress server, Runnable allDone) throws IOException {
            this.loop = loop;
            this.allDone = allDone;
            client = SocketChannel.open();
            client.configureBlocking(false);
            client.connect(server);
            loop.onWritable(client, () -> run(this::connected));
        }

        private void connected() throws IOException {
            client.finishConnect();
            loop.remove(client);
            client.write(StandardCharsets.UTF_8.encode(
                    "GET / HTTP/1.1\r\nHost:www.baidu.com\r\nConnection:close\r\n\r\n"));
            loop.onReadable(client, () -> run(this::readable));
        }

        private void readable() throws IOException {
            ByteBuffer buffer = ByteBuffer.allocate(1024);
            if (client.read(buffer) >= 0) {
                data.write(buffer.array(), 0, buffer.position());
                return;
            }
            loop.remove(client);
            String[] parts = data.toString(StandardCharsets.UTF_8).split("\r\n\r\n");
            System.out.println(Arrays.stream(parts)
                    .map(part -> "'" + part.replace("\r", "\\r").replace("\n", "\\n") + "'")
                    .collect(Collectors.joining(", ", "[", "]")));
            client.close();
            if (--left == 0) {
                allDone.run();
            }
        }

        private interface Step {
            void run() throws IOException;
        }

        private static void run(Step step) {
            try {
                step.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static void main(String[] args) throws IOException {
        VirtualClock clock = new VirtualClock();
        EventLoop.run(LoopOptions.defaults().clock(clock), program());
        System.out.println(clock.elapsed().toNanos() / 1e9);
    }

    @Coroutine
    static Async<Void> program() throws IOException {
        EventLoop loop = EventLoop.current();
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Server server = Net.listen(anyPort, P004_42_SelectorFetch::serve)) {
            var finished = loop.<Void>promise();
            for (int i = left; i > 0; i--) {
                new Fetcher(loop, server.address(), () -> finished.complete(null));
            }
            await(finished);
        }
        return done();
    }

    @Coroutine
    private static Async<Void> serve(Connection visitor) throws IOException {
        await(visitor.readUntil("\r\n\r\n".getBytes(StandardCharsets.UTF_8), 1024));
        visitor.write("HTTP/1.1 200 OK\r\nServer: loopback\r\nContent-Type: text/html\r\n"
                + "Content-Length: 19\r\nConnection: close\r\n\r\n<html>hello</html>\n");
        return done();
    }
}
