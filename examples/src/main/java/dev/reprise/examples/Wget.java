package dev.reprise.examples;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.gather;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.io.Connection;
import dev.reprise.io.Net;
import dev.reprise.io.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/**
 * Fetches the headers of three web sites at the same time, on one thread.
 *
 * <p>It needs no network: all three names are made to lead to a {@linkplain LoopbackSite site} that it starts itself.
 */
public final class Wget {

    private Wget() {}

    public static void main(String[] args) throws IOException {
        LoopOptions loopback = LoopOptions.defaults().resolver(host -> List.of(InetAddress.getLoopbackAddress()));
        EventLoop.run(loopback, program());
    }

    @Coroutine
    static Async<Void> program() throws IOException {
        try (Server site = LoopbackSite.open()) {
            int port = site.port();
            await(gather(wget("www.sina.com.cn", port), wget("www.sohu.com", port), wget("www.163.com", port)));
        }
        return done();
    }

    @Coroutine
    static Async<Void> wget(String host, int port) throws IOException {
        System.out.println("wget " + host + "...");
        try (Connection connection = await(Net.connect(host, port))) {
            connection.write("GET / HTTP/1.0\r\nHost: " + host + "\r\n\r\n");
            await(connection.drain());
            String line = await(connection.readLine());
            while (line != null && !line.isEmpty()) {
                System.out.println(host + " header > " + line);
                line = await(connection.readLine());
            }
        }
        System.out.println("Done " + host + ".");
        return done();
    }
}
