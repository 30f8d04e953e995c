import dev.reprise.Async;
import dev.reprise.Coroutine;

class Bad {
    @Coroutine
    String load(Async<String> source) { // error: [CoroutineReturnType] load(Async<String>) returns String, which is not a coroutine type. Let it return Async<String>.
        return Async.await(source);
    }
}
