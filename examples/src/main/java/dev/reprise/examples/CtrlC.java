package dev.reprise.examples;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.shield;
import static dev.reprise.Async.sleep;

import dev.reprise.Async;
import dev.reprise.Cancelled;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import java.time.Duration;

/**
 * A program that Ctrl-C ends in good order: it finishes what it has begun. A second Ctrl-C ends it at once. The argument is
 * how many seconds the clean-up takes.
 */
public final class CtrlC {

    private CtrlC() {}

    public static void main(String[] args) {
        Duration cleanUp = Duration.ofSeconds(args.length == 0 ? 1 : Long.parseLong(args[0]));
        try {
            EventLoop.run(serve(cleanUp));
        } catch (Cancelled interrupted) {
            System.out.println("ended: " + interrupted.getMessage());
            System.exit(130);
        }
    }

    @Coroutine
    static Async<Void> serve(Duration cleanUp) {
        System.out.println("working, press Ctrl-C");
        try {
            await(sleep(Duration.ofDays(1)));
        } finally {
            System.out.println("cleaning up");
            await(shield(sleep(cleanUp)));
            System.out.println("clean");
        }
        return done();
    }
}
