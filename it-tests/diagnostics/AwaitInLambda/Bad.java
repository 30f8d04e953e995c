import static dev.reprise.Async.await;
import static dev.reprise.Async.done;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.List;

class Bad {
    @Coroutine
    Async<Void> all(List<Async<Void>> jobs) {
        jobs.forEach(job -> await(job)); // error: [AwaitInLambda] await(...) cannot suspend here: this lambda is not a coroutine, it returns nothing.
        return done();
    }
}
