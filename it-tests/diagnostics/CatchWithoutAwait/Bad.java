import static dev.reprise.Async.await;
import static dev.reprise.Async.of;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.io.IOException;

class Bad {
    @Coroutine
    Async<String> read(String name) throws IOException {
        throw new IOException("no " + name);
    }

    @Coroutine
    Async<String> readOrDefault(String name) {
        Async<String> reading;
        try {
            reading = read(name);
        } catch (IOException e) { // warning: [CatchWithoutAwait] This catch of IOException catches nothing: read(String) only makes a coroutine, whose exceptions are raised where it is awaited.
            return of("default");
        }
        return of(await(reading));
    }
}
