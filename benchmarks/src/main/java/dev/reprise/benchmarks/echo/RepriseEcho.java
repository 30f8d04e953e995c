package dev.reprise.benchmarks.echo;

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

/** A coroutine for each connection, on one loop. */
final class RepriseEcho {

    private static final int MOST = 4_096;

    private RepriseEcho() {}

    static void serve() throws IOException {
        EventLoop.run(program());
    }

    @Coroutine
    private static Async<Void> program() throws IOException {
        Server server = Net.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), RepriseEcho::echo);
        EchoServer.listening(((InetSocketAddress) server.address()).getPort());
        await(EventLoop.current().promise());
        return done();
    }

    @Coroutine
    private static Async<Void> echo(Connection client) throws IOException {
        byte[] come;
        while ((come = await(client.read(MOST))).length > 0) {
            client.write(come);
            await(client.drain());
        }
        return done();
    }
}
