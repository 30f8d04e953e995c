import static dev.reprise.Async.asCompleted;
import static dev.reprise.Async.await;
import static dev.reprise.Async.done;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.io.Connection;
import dev.reprise.io.Net;
import dev.reprise.io.Server;
import dev.reprise.testing.VirtualClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

// ignored: ^0\.\d$
/** Ten pages are read line by line at the same time, and printed as they are there. */
class P004_51_HttpAsyncio {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    public static void main(String[] args) throws IOException {
        VirtualClock clock = new VirtualClock();
        EventLoop.run(LoopOptions.defaults().clock(clock).resolver(host -> List.of(LOOPBACK)), program());
        System.out.println(clock.elapsed().toNanos() / 1e9);
    }

    @Coroutine
    static Async<Void> program() throws IOException {
        try (Server server = Net.listen(new InetSocketAddress(LOOPBACK, 0), P004_51_HttpAsyncio::serve)) {
            List<Task<String>> tasks = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                tasks.add(EventLoop.current().createTask(getUrl("http://www.baidu.com", server.port())));
            }
            for (var task : await(asCompleted(tasks))) {
                System.out.println(await(task));
            }
        }
        return done();
    }

    @Coroutine
    private static Async<String> getUrl(String text, int port) throws IOException {
        URI url = URI.create(text);
        String path = url.getPath().isEmpty() ? "/" : url.getPath();
        List<String> allLines = new ArrayList<>();
        try (Connection connection = await(Net.connect(url.getHost(), port))) {
            connection.write("GET " + path + " HTTP/1.1\r\nHost:" + url.getHost() + "\r\nConnection:close\r\n\r\n");
            for (String line : await(connection.lines())) {
                allLines.add(line + "\n");
            }
        }
        return Async.of(String.join("\n", allLines));
    }

    @Coroutine
    private static Async<Void> serve(Connection visitor) throws IOException {
        await(visitor.readUntil("\r\n\r\n".getBytes(StandardCharsets.UTF_8), 1024));
        visitor.write("HTTP/1.1 200 OK\r\nServer: loopback\r\nContent-Type: text/html\r\n"
                + "Content-Length: 19\r\nConnection: close\r\n\r\n<html>hello</html>\n");
        return done();
    }
}
