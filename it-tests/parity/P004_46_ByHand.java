import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** S-132. A coroutine that never suspends needs no loop. */
class P004_46_ByHand {

    public static void main(String[] args) {
        Map<String, String> page = run(load("http://www.baidu.com")).join();
        page.forEach((key, value) -> System.out.println("{'" + key + "': '" + value + "'}"));
    }

    @Coroutine
    static <T> CompletableFuture<T> run(Async<T> coroutine) {
        return CompletableFuture.completedFuture(await(coroutine));
    }

    @Coroutine
    static Async<Map<String, String>> load(String url) {
        Map<String, String> page = await(download(url));
        return Async.of(page);
    }

    @Coroutine
    static Async<Map<String, String>> download(String url) {
        return Async.of(Map.of("done", url));
    }
}
