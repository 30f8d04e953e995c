import dev.reprise.Async;
import dev.reprise.Coroutine;

interface Bad {
    @Coroutine
    Async<String> load(String id); // error: [CoroutineModifiers] load(String) is abstract and cannot be a coroutine. Remove @Coroutine here
}
