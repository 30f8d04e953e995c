import static dev.reprise.Async.await;
import static dev.reprise.Async.of;

import dev.reprise.Async;
import dev.reprise.BlockingFacade;
import dev.reprise.Coroutine;

@BlockingFacade
class Bad {
    @Coroutine
    Async<String> twice(Async<String> word) { // error: [FacadeMethod] twice(Async<String>) cannot be part of a facade of Bad: it takes Async<String>, which callers without coroutines do not have.
        String found = await(word);
        return of(found + found);
    }
}
