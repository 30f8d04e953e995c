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
import java.util.Iterator;
import java.util.List;

/** A client prints the answers of its server, which prints nothing in this program. */
class P004_30_ChatClient {

    private static final Iterator<String> TYPED_AT_SERVER = List.of("reply1", "reply2").iterator();
    private static final Iterator<String> TYPED_AT_CLIENT = List.of("hi", "there", "logout").iterator();

    public static void main(String[] args) throws IOException {
        EventLoop.run(program());
    }

    @Coroutine
    static Async<Void> program() throws IOException {
        var anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Server server = Net.listen(anyPort, P004_30_ChatClient::serve)) {
            await(talk(server));
            await(server.awaitClients());
        }
        return done();
    }

    @Coroutine
    private static Async<Void> serve(Connection client) throws IOException {
        while (true) {
            String data = await(receive(client));
            if (data.equals("logout")) {
                return done();
            }
            client.write(TYPED_AT_SERVER.next());
        }
    }

    @Coroutine
    private static Async<Void> talk(Server server) throws IOException {
        try (Connection client = await(Net.connect(server.address()))) {
            while (true) {
                String data = TYPED_AT_CLIENT.next();
                client.write(data);
                if (data.equals("logout")) {
                    return done();
                }
                System.out.println(await(receive(client)));
            }
        }
    }

    @Coroutine
    private static Async<String> receive(Connection connection) throws IOException {
        return Async.of(new String(await(connection.read(1024)), StandardCharsets.UTF_8));
    }
}
