import static dev.reprise.Async.await;
import static dev.reprise.Async.of;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Variables in try, catch and finally, and of a coroutine that is a future. */
class Failures {

    @Coroutine
    static Async<String> read(String name, int tries, boolean busy) {
        String last = "none";
        for (int i = 0; ; i++) {
            try {
                long size = name.length() + i; // stop read: busy={busy} i=0 last=none name=cat tries=2 | busy={busy} i=1 last=broken name=cat tries=2
                await(fail(i, busy)); // stop read: busy={busy} i=0 last=none name=cat size=3 tries=2 | busy={busy} i=1 last=broken name=cat size=4 tries=2
                return of(name + size);
            } catch (IOException e) {
                last = e.getMessage(); // stop read: busy={busy} e=IOException i=0 last=none name=cat tries=2
            } finally {
                if (i == tries) { // stop read: busy={busy} i=0 last=broken name=cat tries=2 | busy={busy} i=1 last=broken name=cat size=4 tries=2
                    System.out.println(last);
                }
            }
        }
    }

    @Coroutine
    static Async<Void> fail(int number, boolean busy) throws IOException {
        if (busy) {
            await(sleep(Duration.ZERO));
        }
        if (number == 0) { // stop fail: number=3 | number=0 | number=1
            throw new IOException("broken");
        }
        return Async.done();
    }

    @Coroutine
    static CompletableFuture<Integer> size(String name, boolean busy) throws IOException {
        int size = name.length(); // stop size: busy={busy} name=cat
        await(fail(size, busy)); // stop size: busy={busy} name=cat size=3
        return CompletableFuture.completedFuture(size); // stop size: size=3
    }

    @Coroutine
    static Async<String> both(boolean busy) throws IOException {
        int size = await(size("cat", busy));
        return of(size + await(read("cat", 2, busy)));
    }

    public static void main(String[] args) throws Exception {
        System.out.println(EventLoop.run(both(args.length > 0)));
    }
}
