package shop;

import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;

class MainTest {
    @Coroutine
    static Async<Boolean> totalsAreSums() {
        return Async.of(await(Main.total("tea", "bread")) == await(Main.price("tea")) + await(Main.price("bread")));
    }

    public static void main(String[] args) {
        System.out.println(EventLoop.run(totalsAreSums()));
    }
}
