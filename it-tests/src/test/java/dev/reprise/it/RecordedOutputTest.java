package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedOutputTest {

    private static final String MAIN_THREAD = "again (<_MainThread(MainThread, started 139)>)";

    private static final String INTERLEAVED = "// interleaved after 1: a.com b.com\n";

    @Test
    void aWrongLineIsReported() {
        assertThat(differences("", List.of("one", "two"), List.of("one", "three")))
                .containsExactly("  one", "- two", "+ three");
    }

    @Test
    void aMissingLineIsReported() {
        assertThat(differences("", List.of("one", "two"), List.of("one"))).containsExactly("  one", "- two");
    }

    @Test
    void linesInAnotherOrderAreReported() {
        assertThat(differences("", List.of("one", "two"), List.of("two", "one")))
                .isNotEmpty();
    }

    @Test
    void threadsOfAnyNameAreTheSameThread() {
        assertThat(differences(
                        "",
                        List.of(MAIN_THREAD, MAIN_THREAD),
                        List.of("again (Thread[#3,main,5,main])", "again (Thread[#3,main,5,main])")))
                .isEmpty();
    }

    @Test
    void anotherThreadIsReported() {
        assertThat(differences(
                        "",
                        List.of(MAIN_THREAD, MAIN_THREAD),
                        List.of("again (Thread[main,5,main])", "again (Thread[worker,5,main])")))
                .containsExactly("  again (thread 1)", "- again (thread 1)", "+ again (thread 2)");
    }

    @Test
    void aMeasuredTimeIsComparedByTenths() {
        assertThat(differences("", List.of("2.0029916763305664"), List.of("2.0")))
                .isEmpty();
        assertThat(differences("", List.of("2.0029916763305664"), List.of("2.1")))
                .isNotEmpty();
    }

    @Test
    void whatTheProgramSaysIsIgnoredIsNotCompared_theRestIs() {
        String ignored = "// ignored: worker\\d\n";
        assertThat(differences(ignored, List.of("worker1 did 1"), List.of("worker2 did 1")))
                .isEmpty();
        assertThat(differences(ignored, List.of("worker1 did 1"), List.of("worker1 did 2")))
                .isNotEmpty();
    }

    @Test
    void aSetHasNoOrderAndAListHas() {
        assertThat(differences("", List.of("{1, 34, 5}"), List.of("{1, 5, 34}")))
                .isEmpty();
        assertThat(differences("", List.of("{1, 34, 5}"), List.of("{1, 5}"))).isNotEmpty();
        assertThat(differences("", List.of("[1, 34, 5]"), List.of("[1, 5, 34]")))
                .isNotEmpty();
    }

    @Test
    void ofNumbersThatGrowOnlyTheOrderCounts() {
        String grow = "// numbers grow";
        assertThat(differences(grow, List.of("0", "a", "8", "20"), List.of("31", "a", "33", "37")))
                .isEmpty();
        assertThat(differences(grow, List.of("0", "8", "20"), List.of("31", "31", "37")))
                .isNotEmpty();
        assertThat(differences("", List.of("0", "8"), List.of("31", "33"))).isNotEmpty();
    }

    @Test
    void interleavedLinesMayTakeOtherTurns() {
        assertThat(differences(
                        INTERLEAVED,
                        List.of("start", "a.com 1", "a.com 2", "b.com"),
                        List.of("start", "a.com 1", "b.com", "a.com 2")))
                .isEmpty();
    }

    @Test
    void theOrderOfOneOfTheInterleavedIsReported() {
        assertThat(differences(
                        INTERLEAVED, List.of("start", "a.com 1", "a.com 2"), List.of("start", "a.com 2", "a.com 1")))
                .isNotEmpty();
    }

    @Test
    void theOrderBeforeTheInterleavedIsReported() {
        assertThat(differences(INTERLEAVED, List.of("b.com", "a.com"), List.of("a.com", "b.com")))
                .isNotEmpty();
    }

    private static List<String> differences(String source, List<String> recorded, List<String> printed) {
        return new RecordedOutput(recorded).differences(new Program(Path.of("Main.java"), source), printed);
    }
}
