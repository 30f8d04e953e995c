import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.List;

class Bad {
    @Coroutine
    AsyncGenerator<String> names(List<String> names) {
        Generator.yieldFrom(names); // error: [YieldFromInAsyncGenerator] Generator.yieldFrom(...) cannot delegate here: names(List<String>) is an async generator
        return Generator.end();
    }
}
