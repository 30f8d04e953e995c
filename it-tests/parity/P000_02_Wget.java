import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.gather;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.io.Connection;
import dev.reprise.io.Net;
import dev.reprise.io.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;

// interleaved after 3: www.sina.com.cn www.sohu.com www.163.com
/** Three hosts are asked for a page at the same time; all three names lead to a server in this program. */
class P000_02_Wget {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private static int visitors;
    private static int visitorsAtOnce;

    public static void main(String[] args) throws IOException {
        LoopOptions loopback = LoopOptions.defaults().resolver(host -> List.of(LOOPBACK));
        try (EventLoop loop = EventLoop.open(loopback)) {
            loop.runUntilComplete(program());
        }
        if (visitorsAtOnce != 3) {
            throw new AssertionError("connected at the same time: " + visitorsAtOnce);
        }
    }

    @Coroutine
    static Async<Void> program() throws IOException {
        try (Server server = Net.listen(new InetSocketAddress(LOOPBACK, 0), P000_02_Wget::serve)) {
            int port = server.port();
            await(gather(wget("www.sina.com.cn", port), wget("www.sohu.com", port), wget("www.163.com", port)));
        }
        return done();
    }

    @Coroutine
    static Async<Void> wget(String host, int port) throws IOException {
        System.out.println("wget " + host + "...");
        Connection connection = await(Net.connect(host, port));
        connection.write("GET / HTTP/1.0\r\nHost: " + host + "\r\n\r\n");
        await(connection.drain());
        for (String line; !(line = await(connection.readLine())).isEmpty(); ) {
            System.out.println(host + " header > " + line);
        }
        await(connection.closeAsync());
        System.out.println("Done " + host + ".");
        return done();
    }

    /** Answers when all three have asked. */
    @Coroutine
    private static Async<Void> serve(Connection visitor) throws IOException {
        String line = await(visitor.readLine());
        while (!line.isEmpty()) {
            line = await(visitor.readLine());
        }
        visitors++;
        while (visitors < 3) {
            await(sleep(Duration.ZERO));
        }
        visitorsAtOnce = Math.max(visitorsAtOnce, visitors);
        visitor.write("HTTP/1.1 200 OK\r\nServer: loopback\r\nContent-Type: text/html\r\n"
                + "Content-Length: 19\r\nConnection: close\r\n\r\n<html>hello</html>\n");
        await(visitor.drain());
        return done();
    }
}
