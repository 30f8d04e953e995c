package dev.reprise.examples.crawler;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.of;
import static dev.reprise.Async.retry;
import static dev.reprise.Async.sleep;
import static dev.reprise.Async.timeout;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.Retry;
import dev.reprise.Task;
import dev.reprise.TaskGroup;
import dev.reprise.sync.Queue;
import dev.reprise.sync.Semaphore;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One search for all pages that can be reached from one: workers take pages from a queue and put the links they find, each
 * once, back into it. It ends when every page of the queue is done. Nothing here needs a lock.
 */
final class Crawl {

    private static final int CONNECTIONS_A_HOST = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final Retry POLICY =
            Retry.attempts(3).pause(Duration.ofMillis(20)).factor(4);

    /**
     * What came of it.
     *
     * @param fetched pages that were read
     * @param again attempts beyond the first for each page
     * @param failed pages that could not be read
     */
    record Report(int fetched, int again, List<URI> failed) {

        @Override
        public String toString() {
            return fetched + " pages fetched, " + again + " attempts repeated, " + failed.size() + " pages failed";
        }
    }

    private final Pages pages;
    private final Queue<URI> waiting = Queue.unbounded();
    private final Set<URI> seen = new HashSet<>();
    private final Set<URI> failed = new HashSet<>();
    private final Map<String, Semaphore> hosts = new HashMap<>();
    private int fetched;
    private int attempts;

    Crawl(Pages pages) {
        this.pages = pages;
    }

    @Coroutine
    Async<Report> from(URI home, int workers, Progress progress) {
        found(home);
        try (TaskGroup group = TaskGroup.open()) {
            Task<Void> display = group.fork(show(progress));
            for (int i = 1; i <= workers; i++) {
                group.fork(work(), "worker " + i);
            }
            await(waiting.join());
            waiting.shutdown();
            display.cancel();
            await(group.join());
        }
        progress.last(fetched + failed.size(), seen.size());
        int finished = fetched + failed.size();
        return of(new Report(fetched, attempts - finished, List.copyOf(failed)));
    }

    private void found(URI page) {
        if (seen.add(page)) {
            waiting.add(page);
        }
    }

    @Coroutine
    private Async<Void> work() {
        for (URI page : await(waiting)) {
            try {
                await(retry(POLICY, () -> timeout(PATIENCE, links(page)))).forEach(this::found);
                fetched++;
            } catch (IOException | RuntimeException e) {
                failed.add(page);
            } finally {
                waiting.taskDone();
            }
        }
        return done();
    }

    /** The links of a page, as soon as its host has a connection to spare. */
    @Coroutine
    private Async<List<URI>> links(URI page) throws IOException {
        Semaphore host = hosts.computeIfAbsent(page.getAuthority(), name -> new Semaphore(CONNECTIONS_A_HOST));
        try (var connection = await(host.acquire())) {
            attempts++;
            return of(await(pages.links(page)));
        }
    }

    @Coroutine
    private Async<Void> show(Progress progress) {
        while (true) {
            await(sleep(BETWEEN_LOOKS));
            progress.show(fetched + failed.size(), seen.size());
        }
    }
}
