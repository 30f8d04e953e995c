package dev.reprise.examples.crawler;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import java.io.IOException;

/** Crawls a generated site on this machine. Arguments: how many pages it has, how many of them are fetched at a time. */
public final class Crawler {

    private static final int HOSTS = 4;

    private Crawler() {}

    public static void main(String[] args) throws IOException {
        int pages = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        int workers = args.length > 1 ? Integer.parseInt(args[1]) : 64;
        EventLoop.run(program(pages, workers));
    }

    @Coroutine
    static Async<Void> program(int pages, int workers) throws IOException {
        try (Site site = Site.open(pages, HOSTS)) {
            Progress progress = Progress.onConsole(System.out);
            Crawl crawl = new Crawl(new HttpPages());
            Crawl.Report report = await(crawl.from(site.home(), workers, progress));
            System.out.println(report);
        }
        return done();
    }
}
