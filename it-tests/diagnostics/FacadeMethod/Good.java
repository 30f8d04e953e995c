import static dev.reprise.Async.of;

import dev.reprise.Async;
import dev.reprise.BlockingFacade;
import dev.reprise.Coroutine;

@BlockingFacade
class Good {
    @Coroutine
    Async<String> twice(String word) {
        return of(word + word);
    }
}
