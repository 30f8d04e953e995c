import static dev.reprise.Async.await;
import static dev.reprise.Async.done;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.List;
import java.util.function.Supplier;

class Good {
    @Coroutine
    Async<Void> all(List<Async<Void>> jobs) {
        for (Async<Void> job : jobs) {
            await(job);
        }
        return done();
    }

    Supplier<Async<Void>> later(Async<Void> job) {
        return () -> {
            await(job);
            return done();
        };
    }
}
