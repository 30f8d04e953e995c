import static dev.reprise.Async.await;
import static dev.reprise.Async.done;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.io.Connection;
import dev.reprise.io.Net;
import dev.reprise.io.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** A server greets one client, who says nothing in this program. */
class P004_27_SocketServer {

    public static void main(String[] args) throws IOException {
        EventLoop.run(program());
    }

    @Coroutine
    static Async<Void> program() throws IOException {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Server server = Net.listen(anyPort, P004_27_SocketServer::greet);
                Connection client = await(Net.connect(server.address()))) {
            client.write("Sancho");
            String greeting = new String(await(client.readAll(1024)), StandardCharsets.UTF_8);
            if (!greeting.equals("Hello Sancho")) {
                throw new AssertionError(greeting);
            }
        }
        return done();
    }

    @Coroutine
    private static Async<Void> greet(Connection client) throws IOException {
        String name = new String(await(client.read(1024)), StandardCharsets.UTF_8);
        System.out.println(name);
        client.write("Hello " + name);
        return done();
    }
}
