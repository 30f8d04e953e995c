package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ref.Reference;
import org.junit.jupiter.api.Test;

class FailureLedgerTest extends VirtualLoop {

    private final IOException boom = new IOException("boom");

    @Test
    void a045_aFailureIsReportedOnceWhenItsTaskHasBeenCollected() {
        Reference<?> entry = loop.failures().add(new Object(), new Failure(boom), "Task lost", null);
        settle();
        assertThat(unhandled).isEmpty();
        collect(entry);
        settle();
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).exception()).isSameAs(boom);
        assertThat(unhandled.get(0).message()).contains("Task lost").contains("never retrieved");
        loop.close();
        assertThat(unhandled).hasSize(1);
    }

    @Test
    void aFailureThatWasReceivedIsNotReportedWhenItsTaskHasBeenCollected() {
        Failure received = new Failure(boom);
        Reference<?> entry = loop.failures().add(new Object(), received, "Task found", null);
        received.receive();
        collect(entry);
        settle();
        assertThat(unhandled).isEmpty();
    }

    /** What the garbage collector does when nobody holds the task any more. */
    private static void collect(Reference<?> entry) {
        assertThat(entry.enqueue()).isTrue();
    }
}
