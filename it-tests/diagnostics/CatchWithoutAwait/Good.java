import static dev.reprise.Async.await;
import static dev.reprise.Async.of;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.io.IOException;

class Good {
    @Coroutine
    Async<String> read(String name) throws IOException {
        throw new IOException("no " + name);
    }

    @Coroutine
    Async<String> readOrDefault(String name) {
        try {
            Async<String> reading = read(name);
            return of(await(reading));
        } catch (IOException e) {
            return of("default");
        }
    }
}
