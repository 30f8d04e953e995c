package dev.reprise;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The failures of a loop's tasks and promises that nobody has received yet. Each is reported once: when its task has been
 * garbage-collected, or when the loop closes.
 */
final class FailureLedger {

    private final EventLoop loop;
    private final Set<Entry> entries = new LinkedHashSet<>();
    private final ReferenceQueue<Object> collected = new ReferenceQueue<>();

    FailureLedger(EventLoop loop) {
        this.loop = loop;
    }

    /**
     * Keeps a failure until it is reported.
     *
     * @param owner the task or promise
     * @param origin in debug mode: where the owner was made
     * @return what is enqueued when {@code owner} has been collected
     */
    Reference<?> add(Object owner, Failure failure, String name, @Nullable Throwable origin) {
        Entry entry = new Entry(owner, collected, failure, name, origin);
        entries.add(entry);
        loop.core().awaitCollection();
        return entry;
    }

    /** Whether there are failures that are to be reported when their owners are gone. */
    boolean awaitCollection() {
        return !entries.isEmpty();
    }

    /** Reports the failures whose owners are gone. */
    void reportCollected() {
        for (Reference<?> gone = collected.poll(); gone != null; gone = collected.poll()) {
            if (gone instanceof Entry entry && entries.remove(entry)) {
                report(entry);
            }
        }
    }

    /** Reports everything that is left. */
    void reportAll() {
        for (Entry entry : entries) {
            report(entry);
        }
        entries.clear();
    }

    private void report(Entry entry) {
        if (!entry.failure.received) {
            loop.callExceptionHandler(new UnhandledFailure(
                    "failure of " + entry.name + " was never retrieved: await it, or ask for its result",
                    entry.failure.receive(),
                    entry.get() instanceof Task<?> task ? task : null,
                    null,
                    entry.origin));
        }
    }

    private static final class Entry extends WeakReference<Object> {
        final Failure failure;
        final String name;
        final @Nullable Throwable origin;

        Entry(
                Object owner,
                @Nullable ReferenceQueue<Object> queue,
                Failure failure,
                String name,
                @Nullable Throwable origin) {
            super(owner, queue);
            this.failure = failure;
            this.name = name;
            this.origin = origin;
        }
    }
}
