package asyncgenerators;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.AsyncIterable;
import dev.reprise.AsyncStream;
import dev.reprise.Coroutine;
import dev.reprise.CoroutineState;
import dev.reprise.EventLoop;
import dev.reprise.Generator;
import dev.reprise.LoopOptions;
import dev.reprise.TimedOut;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;
import java.util.function.Function;

// plain: no, tasks run beside each other
/** A source, a function, the loop's body, the close and the consumer fail in the middle: once each, everything is closed. */
class FailureInTheMiddle {
    static class Broken extends RuntimeException {
        Broken(String message) {
            super(message);
        }
    }

    static int open;

    /** Six numbers, and a failure instead of one of them, or in the clean-up. */
    @Coroutine
    static AsyncGenerator<Integer> numbers(int from, int failing, boolean failsToClose) {
        open++;
        try {
            for (int i = from; i < from + 6; i++) {
                await(turn());
                if (i == failing) {
                    await(failing(new Broken("at " + i)));
                }
                await(sleep(Duration.ofMillis(2)));
                Generator.yield(i);
            }
        } finally {
            open--;
            await(turn());
            await(sleep(Duration.ofMillis(1)));
            if (failsToClose) {
                throw new Broken("close of " + from);
            }
        }
        return Generator.end();
    }

    static String told(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.getClass().getSimpleName() + " " + failure.getMessage());
        for (Throwable suppressed : failure.getSuppressed()) {
            text.append(" (").append(told(suppressed)).append(")");
        }
        return text.toString();
    }

    /** What the loop got, from the source itself or from an AsyncStream that owns it. */
    @Coroutine
    static Async<Void> use(String name, AsyncIterable<Integer> source, int bodyFailsAt) {
        List<Object> got = new ArrayList<>();
        String outcome = "";
        try (AsyncStream<Integer> stream = source instanceof AsyncStream<Integer> s ? s : null;
                AsyncGenerator<Integer> generator = source instanceof AsyncGenerator<Integer> g ? g : null) {
            for (int i : await(source)) {
                got.add(i);
                if (i == bodyFailsAt) {
                    throw new Broken("body " + await(later(i)));
                }
                await(turn());
            }
            outcome = "end";
        } catch (Broken | TimedOut | IllegalStateException e) {
            outcome = told(e);
        } finally {
            System.out.println(name + await(later(" ")) + got + ": " + outcome + (open == 0 ? "" : ", open: " + open));
        }
        open = 0;
        return done();
    }

    static <T, R> Function<T, R> breaking(T at, Function<T, R> otherwise) {
        return t -> {
            if (t.equals(at)) {
                throw new Broken("function at " + t);
            }
            return otherwise.apply(t);
        };
    }

    /** A subscriber that takes one element at a time and throws, cancels or ends as told. */
    static class Taking implements Flow.Subscriber<Integer> {
        final List<Object> got = new ArrayList<>();
        final int throwsAt;
        final int cancelsAt;
        Flow.Subscription subscription;

        Taking(int throwsAt, int cancelsAt) {
            this.throwsAt = throwsAt;
            this.cancelsAt = cancelsAt;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(1);
        }

        @Override
        public void onNext(Integer element) {
            got.add(element);
            if (element == throwsAt) {
                throw new Broken("subscriber");
            }
            if (element == cancelsAt) {
                subscription.cancel();
            }
            subscription.request(1);
        }

        @Override
        public void onError(Throwable failure) {
            got.add(told(failure));
        }

        @Override
        public void onComplete() {
            got.add("complete");
        }
    }

    @Coroutine
    static Async<Void> published(String name, int failing, boolean failsToClose, Taking subscriber) {
        AsyncGenerator<Integer> source = numbers(1, failing, failsToClose);
        source.filter(i -> i % 2 == 1).publisher().subscribe(subscriber);
        await(sleep(Duration.ofMillis(50)));
        System.out.println(name + " " + subscriber.got + ": " + source.state() + (open == 0 ? "" : ", open: " + open));
        return done();
    }

    @Coroutine
    static Async<Void> program() {
        EventLoop.current().setExceptionHandler((loop, failure) -> System.out.println("handler: " + told(failure.exception())));
        for (int at : new int[] {99, 1, 3}) {
            await(use("source", numbers(1, at, false), 0));
            await(use("buffer", numbers(1, at, true).buffer(2), 0));
            await(use("merge", AsyncStream.merge(numbers(1, at, true), numbers(0, 99, false).filter(i -> false)), 0));
        }
        await(use("body", numbers(1, 99, true), 2));
        await(use("body of a buffer", numbers(1, 99, true).buffer(1), 2));
        AsyncGenerator<Integer> left = numbers(1, 99, false);
        await(use("map", left.map(breaking(3, i -> i)), 0));
        System.out.println(left.state() + " " + await(left.next()));
        open++;
        await(left.closeAsync());
        await(use("filter", numbers(1, 99, false).filter(breaking(2, i -> true)::apply).buffer(3), 0));
        await(use("timeout", numbers(1, 99, false).timeout(Duration.ofNanos(1_500_000)).buffer(1), 0));
        await(use("no timeout", numbers(1, 99, true).timeout(Duration.ofMillis(30)).take(2).buffer(1), 0));
        await(use("both", AsyncStream.merge(numbers(1, 2, true), numbers(1, 2, true).map(i -> i)), 0));
        await(published("all", 99, false, new Taking(0, 0)));
        await(published("failing", 4, true, new Taking(0, 0)));
        await(published("throwing", 99, false, new Taking(3, 0)));
        await(published("cancelling", 99, true, new Taking(0, 3)));
        return done();
    }

    public static void main(String[] args) {
        EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), program());
    }
}
// expect: source [1, 2, 3, 4, 5, 6]: end
// expect: buffer [1, 2, 3, 4, 5, 6]: Broken close of 1
// expect: merge [1, 2, 3, 4, 5, 6]: Broken close of 1
// expect: source []: Broken at 1
// expect: buffer []: Broken close of 1
// expect: merge []: Broken close of 1
// expect: source [1, 2]: Broken at 3
// expect: buffer [1, 2]: Broken close of 1
// expect: merge [1, 2]: Broken close of 1
// expect: body [1, 2]: Broken body 2 (Broken close of 1)
// expect: body of a buffer [1, 2]: Broken body 2 (Broken close of 1)
// expect: map [1, 2]: Broken function at 3, open: 1
// expect: SUSPENDED 4
// expect: filter [1]: Broken function at 2
// expect: timeout []: TimedOut timed out after PT0.0015S
// expect: no timeout [1, 2]: Broken close of 1
// expect: both [1, 1]: Broken close of 1
// expect: all [1, 3, 5, complete]: CLOSED
// expect: failing [1, 3, Broken close of 1]: CLOSED
// expect: handler: Broken subscriber
// expect: throwing [1, 3]: CLOSED
// expect: handler: Broken close of 1
// expect: cancelling [1, 3]: CLOSED
