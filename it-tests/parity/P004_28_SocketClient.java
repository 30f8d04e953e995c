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

/** A client is greeted by a server, which says nothing in this program. */
class P004_28_SocketClient {

    public static void main(String[] args) throws IOException {
        EventLoop.run(program());
    }

    @Coroutine
    static Async<Void> program() throws IOException {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Server server = Net.listen(anyPort, P004_28_SocketClient::greet);
                Connection client = await(Net.connect(server.address()))) {
            client.write("Sancho");
            System.out.println(new String(await(client.read(1024)), StandardCharsets.UTF_8));
        }
        return done();
    }

    @Coroutine
    private static Async<Void> greet(Connection client) throws IOException {
        String name = new String(await(client.read(1024)), StandardCharsets.UTF_8);
        client.write("Hello " + name);
        return done();
    }
}
