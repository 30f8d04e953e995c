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
import dev.reprise.io.TlsOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * Fetches pages of web sites by https, at the same time, on one thread. One of the sites shows a certificate of others.
 *
 * <p>It needs no network: all names are made to lead to a {@linkplain LoopbackSite site} that it starts itself.
 */
public final class SecureWget {

    private SecureWget() {}

    public static void main(String[] args) throws IOException, GeneralSecurityException, InterruptedException {
        LoopOptions loopback = LoopOptions.defaults().resolver(host -> List.of(InetAddress.getLoopbackAddress()));
        TlsOptions tls = TlsOptions.defaults().context(OwnCertificate.forHosts("one.example", "two.example"));
        EventLoop.run(loopback, program(tls));
    }

    @Coroutine
    static Async<Void> program(TlsOptions tls) throws IOException {
        try (Server site = LoopbackSite.open(tls)) {
            int port = site.port();
            EventLoop.current().setExceptionHandler((loop, failure) -> {
                // the site hears from the client that does not trust it
            });
            await(gather(
                    wget("one.example", port, tls), wget("two.example", port, tls), wget("three.example", port, tls)));
        }
        return done();
    }

    @Coroutine
    static Async<Void> wget(String host, int port, TlsOptions tls) throws IOException {
        try (Connection connection = await(Net.connectTls(host, port, tls))) {
            connection.write("GET / HTTP/1.0\r\nHost: " + host + "\r\n\r\n");
            String status = await(connection.readLine());
            int length = 0;
            String line = await(connection.readLine());
            while (!line.isEmpty()) {
                if (line.startsWith("Content-Length: ")) {
                    length = Integer.parseInt(line.substring("Content-Length: ".length()));
                }
                line = await(connection.readLine());
            }
            byte[] page = await(connection.readExactly(length));
            System.out.println(host + ": " + status + ", " + page.length + " bytes, "
                    + connection.tls().protocol());
        } catch (SSLException e) {
            System.out.println(host + ": not what it says it is");
        }
        return done();
    }
}
