package dev.reprise.examples.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.examples.Printed;
import dev.reprise.testing.VirtualClock;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class CrawlTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final AtomicLong now = new AtomicLong();

    private Progress progress(boolean terminal) {
        return new Progress(new PrintStream(printed, true, StandardCharsets.UTF_8), terminal, now::get);
    }

    private static URI page(int number) {
        return URI.create("http://host" + number % 2 + "/" + number);
    }

    private Crawl.Report crawl(Pages pages, int workers) {
        return EventLoop.run(
                LoopOptions.defaults().clock(new VirtualClock()),
                new Crawl(pages).from(page(0), workers, progress(false)));
    }

    @Test
    void everyPageIsFetchedOnce() {
        List<URI> fetched = new ArrayList<>();
        Crawl.Report report = crawl(
                page -> {
                    fetched.add(page);
                    return Async.of(
                            IntStream.range(0, 50).mapToObj(CrawlTest::page).toList());
                },
                8);
        assertThat(fetched)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, 50).mapToObj(CrawlTest::page).toList());
        assertThat(report).hasToString("50 pages fetched, 0 attempts repeated, 0 pages failed");
    }

    @Test
    void aPageThatFailsIsTriedAgainAndAPageThatAlwaysFailsIsReported() {
        List<URI> tried = new ArrayList<>();
        Crawl.Report report = crawl(
                page -> {
                    tried.add(page);
                    if (page.equals(page(0))) {
                        return Async.of(List.of(page(1), page(2), page(3)));
                    }
                    if (page.equals(page(1))
                            || tried.stream().filter(page::equals).count() == 1) {
                        throw new IOException("not now");
                    }
                    return Async.of(List.of());
                },
                2);
        assertThat(report).isEqualTo(new Crawl.Report(3, 4, List.of(page(1))));
    }

    @Test
    void aPageThatDoesNotAnswerIsGivenUpAfterAWhile() {
        Crawl.Report report = crawl(page -> Async.sleep(Duration.ofDays(1), List.of()), 1);
        assertThat(report).isEqualTo(new Crawl.Report(0, 2, List.of(page(0))));
    }

    @Test
    void aHostIsAskedForEightPagesAtATime() {
        int[] open = new int[2];
        int[] most = new int[2];
        crawl(
                page -> {
                    int host = page.getHost().charAt(4) - '0';
                    most[host] = Math.max(most[host], ++open[host]);
                    return new Closing(open, host).links();
                },
                64);
        assertThat(most).containsExactly(8, 8);
    }

    /** Answers after some time, and counts itself out then. */
    private record Closing(int[] open, int host) {

        Async<List<URI>> links() {
            return Async.from(EventLoop.current()
                    .createTask(Async.sleep(Duration.ofMillis(1)))
                    .toCompletableFuture()
                    .thenApply(slept -> {
                        open[host]--;
                        return IntStream.range(0, 100).mapToObj(CrawlTest::page).toList();
                    }));
        }
    }

    @Test
    void theSiteIsCrawledWhole() {
        List<String> lines = Printed.by(() -> {
            try {
                Crawler.main(new String[] {"1500", "32"});
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        assertThat(lines)
                .last(InstanceOfAssertFactories.STRING)
                .matches("1500 pages fetched, \\d+ attempts repeated, 0 pages failed");
        assertThat(lines).hasSizeGreaterThan(2);
    }

    @Test
    void aTerminalShowsABarInOneLine() {
        Progress progress = progress(true);
        now.set(2_000_000_000L);
        progress.show(50, 200);
        progress.last(200, 200);
        assertThat(printed.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r[#######-----------------------]  25 %  50 of 200  25/s  6 s left"
                        + "\r[##############################] 100 %  200 of 200  100/s  0 s left"
                        + System.lineSeparator());
    }

    @Test
    void anythingElseGetsALineForEveryTenPerCent() {
        Progress progress = progress(false);
        now.set(1_000_000_000L);
        progress.show(9, 100);
        progress.show(10, 100);
        progress.show(19, 100);
        progress.last(100, 100);
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(" 10 %  10 of 100  10/s  9 s left", "100 %  100 of 100  100/s  0 s left");
    }
}
