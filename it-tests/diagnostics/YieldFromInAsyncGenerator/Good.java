import static dev.reprise.Async.await;

import dev.reprise.AsyncGenerator;
import dev.reprise.AsyncIterable;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.List;

class Good {
    @Coroutine
    AsyncGenerator<String> names(List<String> names, AsyncIterable<String> more) {
        for (String name : names) {
            Generator.yield(name);
        }
        for (String name : await(more)) {
            Generator.yield(name);
        }
        return Generator.end();
    }
}
