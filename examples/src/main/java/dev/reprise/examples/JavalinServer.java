package dev.reprise.examples;

import static dev.reprise.Async.await;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.reprise.Coroutine;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A web server of Javalin, whose handler is a coroutine that returns a future, and a request to it. */
public final class JavalinServer {

    private static final Executor STORE = CompletableFuture.delayedExecutor(10, TimeUnit.MILLISECONDS);
    private static final Map<String, Integer> PRICES = Map.of("tea", 3, "bread", 2);

    private JavalinServer() {}

    public static void main(String[] args) {
        Javalin server = Javalin.create(config -> config.showJavalinBanner = false)
                .get("/total/{items}", context -> context.future(() -> total(context)))
                .start("localhost", 0);
        try {
            String shop = "http://localhost:" + server.port() + "/total/";
            HttpClient client = HttpClient.newHttpClient();
            System.out.println(ask(client, shop + "tea,bread,tea").join());
            System.out.println(ask(client, shop + "tea,gold").join());
        } finally {
            server.stop();
        }
    }

    @Coroutine
    static CompletableFuture<Void> total(Context context) {
        int sum = 0;
        for (String item : context.pathParam("items").split(",")) {
            Integer price = await(price(item));
            if (price == null) {
                context.status(404).result("no " + item + " here");
                return completedFuture(null);
            }
            sum += price;
        }
        context.result("that makes " + sum);
        return completedFuture(null);
    }

    private static CompletableFuture<Integer> price(String item) {
        return CompletableFuture.supplyAsync(() -> PRICES.get(item), STORE);
    }

    @Coroutine
    private static CompletableFuture<String> ask(HttpClient client, String uri) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri)).build();
        var response = await(client.sendAsync(request, BodyHandlers.ofString()));
        return completedFuture(response.statusCode() + " " + response.body());
    }
}
