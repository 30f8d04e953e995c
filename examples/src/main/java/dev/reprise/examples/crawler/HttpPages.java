package dev.reprise.examples.crawler;

import static dev.reprise.Async.await;
import static dev.reprise.Async.of;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.Pattern;

/** Pages of the web. */
final class HttpPages implements Pages {

    private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    @Coroutine
    public Async<List<URI>> links(URI page) throws IOException {
        var response = await(client.sendAsync(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString()));
        if (response.statusCode() != 200) {
            throw new IOException(page + " answered " + response.statusCode());
        }
        return of(LINK.matcher(response.body())
                .results()
                .map(link -> page.resolve(link.group(1)))
                .toList());
    }
}
