package shop;

import static dev.reprise.Async.await;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import java.time.Duration;

public class Main {
    @Coroutine
    static Async<Integer> price(String item) {
        await(sleep(Duration.ofMillis(5)));
        return Async.of(item.length());
    }

    @Coroutine
    static Async<Integer> total(String... items) {
        int sum = 0;
        for (String item : items) {
            sum += await(price(item));
        }
        return Async.of(sum);
    }

    public static void main(String[] args) {
        System.out.println(EventLoop.run(total("tea", "bread")));
    }
}
