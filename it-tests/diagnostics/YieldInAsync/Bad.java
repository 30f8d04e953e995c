import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.Generator;

class Bad {
    @Coroutine
    Async<Integer> numbers() {
        Generator.yield(1); // error: [YieldInAsync] Generator.yield(...) has no taker here: numbers() returns Async<Integer>
        return Async.of(2);
    }
}
