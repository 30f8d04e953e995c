package dev.reprise.examples.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.examples.library.FeedBlocking;
import dev.reprise.examples.library.Ticks;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrimesClientTest {

    @Test
    void callersShareOneThreadAndDoNotWaitForEachOther() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream console = System.out;
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            PrimesClient.main(new String[0]);
        } finally {
            System.setOut(console);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "97 is prime: true",
                        "[1009, 1013, 1019]",
                        "101 is prime: true, while the other search goes on",
                        "1,000,003 and 1,000,005: [true, false]");
    }

    @Test
    void aDefaultMethodOfAnInterfaceIsPartOfTheFacade() {
        try (FeedBlocking<Long> feed = new FeedBlocking<>(new Ticks(3, Duration.ZERO));
                Stream<Long> entries = feed.entries()) {
            assertThat(feed.collect()).containsExactly(3L, 2L, 1L);
            assertThat(entries).containsExactly(3L, 2L, 1L);
        }
    }
}
