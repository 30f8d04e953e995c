package dev.reprise.examples.crawler;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.io.Connection;
import dev.reprise.io.Net;
import dev.reprise.io.Server;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A web site of numbered pages on some hosts of this machine. Each page can be reached from page 0, most of them on several ways. At
 * the first visit some pages answer that they are busy, and some do not answer for a while.
 */
final class Site implements AutoCloseable {

    private static final int LINKS_DOWN = 3;
    private static final Duration LONG = Duration.ofSeconds(10);

    private final int pages;
    private final List<Server> hosts = new ArrayList<>();
    private final BitSet visited = new BitSet();

    private Site(int pages) {
        this.pages = pages;
    }

    /** Starts the site on the event loop of the caller. */
    static Site open(int pages, int hosts) throws IOException {
        Site site = new Site(pages);
        for (int i = 0; i < hosts; i++) {
            site.hosts.add(Net.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), site::serve));
        }
        return site;
    }

    URI home() {
        return page(0);
    }

    URI page(int number) {
        InetSocketAddress host =
                (InetSocketAddress) hosts.get(number % hosts.size()).address();
        return URI.create("http://" + host.getAddress().getHostAddress() + ":" + host.getPort() + "/" + number);
    }

    static boolean isBusyAtFirst(int number) {
        return number % 100 == 33;
    }

    static boolean isSilentAtFirst(int number) {
        return number % 1_000 == 777;
    }

    /** One connection, for any number of requests. */
    @Coroutine
    private Async<Void> serve(Connection visitor) throws IOException {
        String request;
        while ((request = await(visitor.readLine())) != null) {
            String header;
            do {
                header = await(visitor.readLine());
            } while (header != null && !header.isEmpty());
            await(answer(visitor, Integer.parseInt(request.split(" ")[1].substring(1))));
        }
        return done();
    }

    @Coroutine
    private Async<Void> answer(Connection visitor, int number) throws IOException {
        boolean first = !visited.get(number);
        visited.set(number);
        if (first && isSilentAtFirst(number)) {
            await(sleep(LONG));
        }
        String status = first && isBusyAtFirst(number) ? "503 Service Unavailable" : "200 OK";
        String body = "<html>" + links(number) + "</html>\n";
        visitor.write("HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
        return visitor.drain();
    }

    private String links(int number) {
        IntStream down = IntStream.rangeClosed(1, LINKS_DOWN).map(i -> LINKS_DOWN * number + i);
        IntStream across = IntStream.of(0, number / 2, number + 7, 5 * number % pages);
        return IntStream.concat(down, across)
                .filter(other -> other < pages)
                .mapToObj(other -> "<a href=\"" + page(other) + "\">" + other + "</a>")
                .collect(Collectors.joining());
    }

    @Override
    public void close() {
        hosts.forEach(Server::close);
    }
}
