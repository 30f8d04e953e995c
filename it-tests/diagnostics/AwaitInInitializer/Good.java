import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;

class Good {
    private final String settings;

    private Good(String settings) {
        this.settings = settings;
    }

    @Coroutine
    static Async<Good> open(Async<String> source) {
        return Async.of(new Good(await(source)));
    }
}
