import static dev.reprise.Async.await;
import static dev.reprise.Async.gather;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Generator;
import java.time.Duration;

class Greetings {
    @Coroutine
    static Async<String> greet(String name, int delay) {
        await(sleep(Duration.ofMillis(delay)));
        System.out.println("Hello, " + name + "!");
        return Async.of(name);
    }

    @Coroutine
    static Iterable<Integer> countdown(int from) {
        for (int i = from; i > 0; i--) {
            Generator.yield(i);
        }
        return Generator.end();
    }

    public static void main(String[] args) {
        System.out.println(EventLoop.run(gather(greet("tortoise", 40), greet("hare", 5))));
        for (int i : countdown(2)) {
            System.out.println(i);
        }
    }
}
