package shop;

import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;

class Names {
    @Coroutine
    static Async<String> priced(String item) {
        return Async.of(item + " " + await(Main.price(item)));
    }
}
