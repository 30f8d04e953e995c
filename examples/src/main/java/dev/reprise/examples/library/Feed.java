package dev.reprise.examples.library;

import static dev.reprise.Async.await;
import static dev.reprise.Async.of;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.BlockingFacade;
import dev.reprise.Coroutine;
import dev.reprise.FutureFacade;
import java.util.ArrayList;
import java.util.List;

/**
 * Entries that become known one after the other.
 *
 * @param <E> what an entry is
 */
@BlockingFacade
@FutureFacade
public interface Feed<E> {

    /** All entries, as soon as each is known. */
    AsyncGenerator<E> entries();

    /** All entries together. */
    @Coroutine
    default Async<List<E>> collect() {
        List<E> all = new ArrayList<>();
        for (E entry : await(entries())) {
            all.add(entry);
        }
        return of(all);
    }
}
