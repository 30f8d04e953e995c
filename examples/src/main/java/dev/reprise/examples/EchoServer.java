package dev.reprise.examples;

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
import java.net.SocketAddress;
import java.util.List;

/** A server that sends every line back, and a client that talks to it, both on one thread. */
public final class EchoServer {

    private EchoServer() {}

    public static void main(String[] args) throws IOException {
        EventLoop.run(program());
    }

    @Coroutine
    static Async<Void> program() throws IOException {
        InetSocketAddress anyFreePort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (Server server = Net.listen(anyFreePort, EchoServer::echo)) {
            await(talk(server.address(), List.of("hello", "how are you?", "bye")));
        }
        return done();
    }

    /** Serves one client until it hangs up; then the server closes the connection. */
    @Coroutine
    static Async<Void> echo(Connection client) throws IOException {
        String line;
        while ((line = await(client.readLine())) != null) {
            client.write(line + "\n");
            await(client.drain());
        }
        return done();
    }

    @Coroutine
    static Async<Void> talk(SocketAddress server, List<String> lines) throws IOException {
        try (Connection connection = await(Net.connect(server))) {
            for (String line : lines) {
                connection.write(line + "\n");
                await(connection.drain());
                System.out.println(line + " > " + await(connection.readLine()));
            }
        }
        return done();
    }
}
