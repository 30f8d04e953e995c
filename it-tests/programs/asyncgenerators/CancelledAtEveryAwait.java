package asyncgenerators;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.AsyncStream;
import dev.reprise.CancelScope;
import dev.reprise.Cancelled;
import dev.reprise.Coroutine;
import dev.reprise.CoroutineState;
import dev.reprise.EventLoop;
import dev.reprise.Generator;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

// plain: no, tasks run beside each other
/** A pipeline that is cancelled at any moment has closed all of its sources when its task has ended. */
class CancelledAtEveryAwait {
    static int opened;
    static int closed;
    static final List<AsyncGenerator<?>> ALL = new ArrayList<>();

    static Duration millis(int millis) {
        return Duration.ofMillis(millis);
    }

    static AsyncGenerator<Integer> source(int from, int pace) {
        AsyncGenerator<Integer> source = numbers(from, pace);
        ALL.add(source);
        return source;
    }

    @Coroutine
    static AsyncGenerator<Integer> numbers(int from, int pace) {
        opened++;
        try {
            for (int i = from; i < from + 4; i++) {
                await(turn());
                await(sleep(millis(pace)));
                Generator.yield(i);
            }
        } finally {
            try (var shield = CancelScope.shield().enter()) {
                await(turn());
                await(sleep(millis(1)));
            }
            closed++;
        }
        return Generator.end();
    }

    interface Use {
        Async<Integer> run();
    }

    @Coroutine
    static Async<Integer> loop() {
        int sum = 0;
        try (var numbers = source(1, 3)) {
            for (int i : await(numbers.map(i -> i * 2).filter(i -> i != 4))) {
                sum += i + await(later(0));
                await(sleep(millis(1)));
            }
        }
        return Async.of(sum);
    }

    @Coroutine
    static Async<Integer> byHand() {
        int sum = 0;
        AsyncGenerator<Integer> numbers = source(1, 3);
        try {
            sum = await(numbers.next()) + await(numbers.send("x")) + await(numbers.next());
        } finally {
            await(numbers.closeAsync());
        }
        return Async.of(sum);
    }

    @Coroutine
    static Async<Integer> merged() {
        int sum = 0;
        try (var both = AsyncStream.merge(source(1, 2), source(10, 3).take(3), source(100, 5).map(i -> -i))) {
            for (int i : await(both)) {
                sum += i;
                await(sleep(millis(2)));
            }
        }
        return Async.of(sum);
    }

    @Coroutine
    static Async<Integer> buffered() {
        int sum = 0;
        try (var ahead = source(1, 2).filter(i -> i != 2).buffer(2);
                var again = AsyncStream.merge(ahead, source(20, 1).buffer(9)).buffer(1)) {
            for (int i : await(again.timeout(millis(50)))) {
                sum += await(later(i));
                await(sleep(millis(3)));
            }
        }
        return Async.of(sum);
    }

    @Coroutine
    static Async<Integer> published() {
        int sum = 0;
        try (var numbers = AsyncStream.from(source(1, 2).map(i -> i + 1).publisher(), 2)) {
            for (int i : await(numbers)) {
                sum += i;
                await(sleep(millis(3)));
            }
        }
        return Async.of(sum);
    }

    @Coroutine
    static Async<Void> everyMoment(String name, Use use) {
        Integer result = null;
        int moments = 0;
        String wrong = "";
        while (result == null) {
            opened = closed = 0;
            ALL.clear();
            Task<Integer> task = EventLoop.current().createTask(use.run());
            if (moments > 0) {
                await(sleep(Duration.ofNanos(500_000L * moments)));
            }
            boolean cancelled = task.cancel("at " + moments);
            try {
                int value = await(task);
                if (!cancelled) {
                    result = value;
                }
            } catch (Cancelled e) {
                if (!("at " + moments).equals(e.getMessage())) {
                    wrong += moments + ": " + e.getMessage() + "; ";
                }
            }
            if (name.equals("published")) {
                await(sleep(millis(2))); // a subscription's cancel() does not wait for the publisher
            }
            if (opened != closed) {
                wrong += moments + ": " + opened + " opened, " + closed + " closed; ";
            }
            for (AsyncGenerator<?> generator : ALL) {
                if (generator.state() != CoroutineState.CLOSED && generator.state() != CoroutineState.CREATED) {
                    wrong += moments + ": " + generator + "; ";
                }
            }
            moments++;
        }
        System.out.println(name + " " + result + (moments > 10 ? "" : " after " + moments) + wrong);
        return done();
    }

    @Coroutine
    static Async<Void> program() {
        await(everyMoment("loop", () -> loop()));
        await(everyMoment("byHand", () -> byHand()));
        await(everyMoment("merged", () -> merged()));
        await(everyMoment("buffered", () -> buffered()));
        await(everyMoment("published", () -> published()));
        System.out.println(EventLoop.current().tasks().size());
        return done();
    }

    public static void main(String[] args) {
        EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), program());
    }
}
// expect: loop 16
// expect: byHand 6
// expect: merged -363
// expect: buffered 94
// expect: published 14
// expect: 1
