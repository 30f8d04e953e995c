package results;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Primitive results that other kinds of coroutines await, and coroutines that are reached in other ways than by a direct call. */
class KindsAndCallers {
    interface Source<T> {
        Async<T> next(T last);
    }

    static final class Counter implements Source<Integer> {
        @Override
        @Coroutine
        public Async<Integer> next(Integer last) {
            return of(await(later(last)) + 1);
        }

        @Coroutine
        Async<Integer> twice(int from) {
            return of(await(next(await(next(from)))));
        }
    }

    static class Base {
        @Coroutine
        Async<Integer> value() {
            return of(await(later(1)));
        }

        @Coroutine
        final Async<Integer> doubled() {
            return of(await(value()) + await(value()));
        }
    }

    static class Derived extends Base {
        @Override
        Async<Integer> value() {
            return of(20);
        }

        @Coroutine
        Async<Long> both() {
            return of(await(super.value()) + (long) await(doubled()));
        }
    }

    enum Level {
        LOW,
        HIGH;

        @Coroutine
        private Async<Integer> weight() {
            return of(await(later(ordinal())) + 1);
        }

        @Coroutine
        Async<Integer> squared() {
            return of(await(weight()) * await(weight()));
        }
    }

    interface Shape {
        @Coroutine
        private Async<Double> side() {
            return of(await(later(1.5)));
        }

        @Coroutine
        default Async<Double> area() {
            double side = await(side());
            return of(side * await(side()) + await(unit()));
        }

        @Coroutine
        static Async<Double> unit() {
            return of(0.25);
        }
    }

    @Coroutine
    private Async<Integer> one() {
        return of(await(later(0)) + 1);
    }

    @Coroutine
    CompletableFuture<Integer> future() {
        int sum = await(one()) + await(one());
        return CompletableFuture.completedFuture(sum);
    }

    @Coroutine
    CompletionStage<Long> stage() {
        return CompletableFuture.completedFuture((long) await(future()) + await(one()));
    }

    @Coroutine
    Async<Integer> lambdas() {
        Supplier<Async<Integer>> supplier = () -> of(await(one()) + await(later(1)));
        IntFunction<Async<Boolean>> isOne = i -> of(await(one()) == i);
        int sum = await(supplier.get());
        Async<Integer> stored = one();
        return of(await(isOne.apply(1)) ? sum + await(stored) : -1);
    }

    @Coroutine
    static Async<Integer> manyArguments(long a, double b, int c, Object d, float e, boolean f) {
        long before = a + c;
        int i = await(later(c));
        return of((int) (before + b + e) + (f ? i : d.hashCode()));
    }

    @Coroutine
    static Async<Void> program() {
        KindsAndCallers here = new KindsAndCallers();
        System.out.println(await(new Counter().twice(1)) + " " + await(overSource(new Counter(), 5)));
        System.out.println(await(new Base().doubled()) + " " + await(new Derived().both()));
        System.out.println(await(Level.HIGH.squared()) + " " + await(new Shape() {}.area()));
        System.out.println(await(here.future()) + " " + await(here.stage()));
        System.out.println(await(here.lambdas()) + " " + await(manyArguments(1, 2, 3, "d", 4, true)));
        return done();
    }

    @Coroutine
    static <T> Async<T> overSource(Source<T> source, T first) {
        return source.next(await(source.next(first)));
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 3 7
// expect: 2 41
// expect: 4 2.5
// expect: 2 3
// expect: 3 13
