package introspection;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.later;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Generator;
import dev.reprise.Promise;
import dev.reprise.Task;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

// plain: no, it looks at what is suspended
/** What a suspended, finished, failed, cancelled or closed body does not need any more is free for the garbage collector. */
class NothingDeadIsKept {
    private static final EventLoop LOOP = EventLoop.open();
    private static final List<WeakReference<Thing>> MADE = new ArrayList<>();
    private static Promise<String> gate;
    private static CompletableFuture<String> hot;

    /** Something whose life is watched. */
    static final class Thing {
        final String name;

        Thing(String name) {
            this.name = name;
            MADE.add(new WeakReference<>(this));
        }

        void use() {}
    }

    private static String left() {
        System.gc();
        List<String> names = new ArrayList<>();
        for (WeakReference<Thing> reference : MADE) {
            Thing thing = reference.get();
            if (thing != null) {
                names.add(thing.name);
            }
        }
        return names.toString();
    }

    private static void report(String when) {
        System.out.println(when + ": " + left());
    }

    private static void settle() {
        for (int i = 0; i < 5; i++) {
            LOOP.runUntilComplete(sleep(Duration.ZERO));
        }
    }

    private static void begin() {
        MADE.clear();
        gate = LOOP.promise();
    }

    private static void open() {
        Promise<String> opened = gate;
        gate = LOOP.promise();
        opened.complete("");
        settle();
    }

    @Coroutine
    static Async<Thing> make(String name) {
        await(later(null));
        return Async.of(new Thing(name));
    }

    @Coroutine
    static Async<String> inner(Thing argument) {
        Thing local = new Thing("inner local");
        await(gate);
        argument.use();
        await(gate);
        local.use();
        return Async.of("inner");
    }

    @Coroutine
    static Async<String> outer(Thing used, Thing unused) {
        used.use();
        Thing first = new Thing("first");
        Thing second = new Thing("second");
        Thing never = new Thing("never read again");
        System.out.println(never.name);
        Thing awaited = await(make("awaited"));
        awaited.use();
        await(gate);
        first.use();
        await(gate);
        second.use();
        await(inner(new Thing("inner argument")));
        return Async.of("result");
    }

    @Coroutine
    static Async<String> tail(Thing argument) {
        await(gate);
        argument.use();
        Async<String> other = inner(new Thing("inner argument"));
        return other;
    }

    @Coroutine
    static Async<String> failing(Thing argument) {
        Thing local = new Thing("local");
        try {
            await(gate);
        } finally {
            local.use();
            argument.use();
        }
        throw new IllegalStateException("failed");
    }

    @Coroutine
    static Async<String> whileRunning() {
        await(make("awaited and dropped")).use();
        System.out.println("running: " + left());
        Thing kept = await(sleep(Duration.ofNanos(1), new Thing("slept for")));
        kept.use();
        kept = null;
        System.out.println("running: " + left());
        return done("");
    }

    private static Async<String> done(String value) {
        return Async.of(value);
    }

    @Coroutine
    static CompletableFuture<String> hot(Thing argument) {
        await(gate);
        argument.use();
        await(gate);
        return CompletableFuture.completedFuture("hot");
    }

    @Coroutine
    static Generator<Thing, Thing, Thing> generator(Thing argument) {
        Thing local = new Thing("local");
        Thing sent = Generator.yield(new Thing("yielded"));
        if (sent != null) {
            sent.use();
        }
        argument.use();
        Generator.yield(new Thing("yielded second"));
        local.use();
        Generator.yield(null);
        return Generator.end(new Thing("returned"));
    }

    @Coroutine
    static Generator<Thing, Thing, Thing> breaking(Thing argument) {
        Generator.yield(null);
        argument.use();
        throw new IllegalStateException("broken");
    }

    @Coroutine
    static Iterable<Thing> pattern(Thing argument) {
        Generator.yield(argument);
        Generator.yield(null);
        return Generator.end();
    }

    private static void coroutines() {
        begin();
        Task<String> task = LOOP.createTask(outer(new Thing("used"), new Thing("unused")));
        settle();
        report("suspended");
        open();
        report("suspended again");
        open();
        report("awaiting another");
        open();
        report("awaiting it again");
        open();
        report("finished with " + task.result());

        begin();
        Task<String> tail = LOOP.createTask(tail(new Thing("argument")));
        settle();
        open();
        report("in a tail await");
        open();
        open();
        report("finished with " + tail.result());
    }

    private static void endings() {
        begin();
        Async<String> failed = failing(new Thing("argument"));
        Task<String> failure = LOOP.createTask(failed);
        settle();
        report("before the failure");
        open();
        report("failed with " + failure.exception().getMessage() + ", " + failed.state());

        Async<String> cancelled = failing(new Thing("argument"));
        Task<String> cancellation = LOOP.createTask(cancelled);
        settle();
        cancellation.cancel();
        settle();
        report("cancelled " + cancellation.isCancelled() + ", " + cancelled.state());

        Async<String> unstarted = failing(new Thing("argument"));
        Task<String> early = LOOP.createTask(unstarted);
        early.cancel();
        settle();
        report("cancelled before the start " + early.isCancelled() + ", " + unstarted.state());

        LOOP.runUntilComplete(whileRunning());

        begin();
        LOOP.callSoon(() -> hot = hot(new Thing("argument")));
        settle();
        report("hot");
        open();
        report("hot again");
        open();
        report("hot ended " + hot.isDone());
    }

    private static void generators() {
        begin();
        Generator<Thing, Thing, Thing> generator = generator(new Thing("argument"));
        report("created");
        generator.next();
        report("at the first yield");
        generator.send(new Thing("sent"));
        report("at the second yield");
        generator.next();
        report("at the third yield");
        System.out.println(generator.hasNext());
        report("ended");

        begin();
        Generator<Thing, Thing, Thing> closed = generator(new Thing("argument"));
        closed.next();
        closed.close();
        report("closed, " + closed.state());

        Generator<Thing, Thing, Thing> neverStarted = generator(new Thing("argument"));
        neverStarted.close();
        report("never started, " + neverStarted.state());

        Generator<Thing, Thing, Thing> broken = breaking(new Thing("argument"));
        broken.next();
        try {
            broken.next();
        } catch (IllegalStateException e) {
            report(e.getMessage() + ", " + broken.state());
        }
        Iterable<Thing> pattern = pattern(new Thing("argument"));
        pattern.iterator().next();
        report("each iterator needs it");
        var iterator = pattern.iterator();
        pattern = null;
        iterator.next();
        iterator.next();
        report("the last one has dropped it");
    }

    public static void main(String[] args) {
        coroutines();
        endings();
        generators();
        LOOP.close();
    }
}
// expect: never read again
// expect: suspended: [first, second]
// expect: suspended again: [second]
// expect: awaiting another: [inner argument, inner local]
// expect: awaiting it again: [inner local]
// expect: finished with result: []
// expect: in a tail await: [inner argument, inner local]
// expect: finished with inner: []
// expect: before the failure: [argument, local]
// expect: failed with failed, CLOSED: []
// expect: cancelled true, CLOSED: []
// expect: cancelled before the start true, CLOSED: []
// expect: running: []
// expect: running: []
// expect: hot: [argument]
// expect: hot again: []
// expect: hot ended true: []
// expect: created: [argument]
// expect: at the first yield: [argument, local]
// expect: at the second yield: [local]
// expect: at the third yield: []
// expect: false
// expect: ended: [returned]
// expect: closed, CLOSED: []
// expect: never started, CLOSED: []
// expect: broken, CLOSED: []
// expect: each iterator needs it: [argument]
// expect: the last one has dropped it: []
