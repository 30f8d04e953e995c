import dev.reprise.Async;
import dev.reprise.Coroutine;

class Good {
    @Coroutine
    Async<String> load(Async<String> source) {
        return Async.of(Async.await(source));
    }
}
