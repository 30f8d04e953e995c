package dev.reprise.examples;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.io.Connection;
import dev.reprise.io.Net;
import dev.reprise.io.Server;
import dev.reprise.io.TlsOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A web site of one page that only this machine can see. */
final class LoopbackSite {

    private static final String PAGE = "<html>hello</html>\n";

    private LoopbackSite() {}

    /** Starts the site, on a port that is free, on the event loop of the caller. */
    static Server open() throws IOException {
        return Net.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), LoopbackSite::answer);
    }

    /** Starts the site with TLS: {@code https}. */
    static Server open(TlsOptions tls) throws IOException {
        return Net.listenTls(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), tls, LoopbackSite::answer);
    }

    /** Serves one visitor. The server closes the connection afterwards. */
    @Coroutine
    private static Async<Void> answer(Connection visitor) throws IOException {
        String line;
        do {
            line = await(visitor.readLine());
        } while (line != null && !line.isEmpty());
        visitor.write(String.join(
                "\r\n",
                "HTTP/1.1 200 OK",
                "Server: loopback",
                "Content-Type: text/html",
                "Content-Length: " + PAGE.length(),
                "Connection: close",
                "",
                PAGE));
        await(visitor.drain());
        return done();
    }
}
