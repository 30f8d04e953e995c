import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Generator;
import java.time.Duration;

/** Variables of generators and of an async generator. */
class Numbers {

    @Coroutine
    static Iterable<Integer> upTo(int last, String name) {
        String text = name + last; // stop upTo: last=2 name=n
        for (int i = 1; i <= last; i++) {
            Generator.yield(i); // stop upTo: i=1 last=2 text=n2 | i=2 last=2 text=n2
            System.out.println(text); // stop upTo: i=1 last=2 text=n2 | i=2 last=2 text=n2
        }
        return Generator.end(); // stop upTo: last=2 text=n2
    }

    @Coroutine
    static AsyncGenerator<Integer> slowly(int last, boolean busy) {
        int i = 0; // stop slowly: busy={busy} last=2
        while (i < last) { // stop slowly: busy={busy} i=0 last=2 | busy={busy} i=1 last=2 | busy={busy} i=2 last=2
            if (busy) {
                await(sleep(Duration.ZERO));
            }
            i++; // stop slowly: busy={busy} i=0 last=2 | busy={busy} i=1 last=2
            Generator.yield(i); // stop slowly: busy={busy} i=1 last=2 | busy={busy} i=2 last=2
        }
        return Generator.end();
    }

    @Coroutine
    static Async<Void> all(boolean busy) {
        for (int number : await(slowly(2, busy))) {
            System.out.println(number); // stop all: number=1 | number=2
        }
        return done();
    }

    public static void main(String[] args) throws Exception {
        for (int number : upTo(2, "n")) {
            System.out.println(number);
        }
        EventLoop.run(all(args.length > 0));
    }
}
