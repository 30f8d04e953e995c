import static dev.reprise.Async.done;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.List;

/** A coroutine without an await: its body is what the source says and nothing else. */
class NoSuspension {

    @Coroutine
    static Async<Void> fill(List<Object> list, int count) {
        for (int i = 0; i < count; i++) {
            list.add(new Object());
        }
        return done();
    }
}
