import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.ArrayList;
import java.util.List;

class Good {
    @Coroutine
    Async<List<String>> all(List<Async<String>> pages) {
        List<String> texts = new ArrayList<>();
        for (Async<String> page : pages) {
            texts.add(await(page));
        }
        return Async.of(texts);
    }
}
