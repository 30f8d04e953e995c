package inheritance;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.ArrayList;
import java.util.List;

/** Generic coroutines, bridge methods, bounded types and intersection types. */
class GenericsAndBridges {
    interface Source<T> {
        Async<T> next(T previous);
    }

    static class Numbers implements Source<Integer>, Comparable<Numbers> {
        @Override
        @Coroutine
        public Async<Integer> next(Integer previous) {
            return Async.of(await(later(previous)) + 1);
        }

        @Override
        public int compareTo(Numbers o) {
            return 0;
        }
    }

    static class Box<T extends Comparable<T>> {
        T value;

        Box(T value) {
            this.value = value;
        }

        @Coroutine
        <R extends Comparable<? super R>> Async<Box<T>> max(Box<? extends T> other, R left, R right) {
            T mine = value;
            T theirs = await(later(other.value));
            if (left.compareTo(await(later(right))) > 0) {
                System.out.println("left");
            }
            return Async.of(new Box<>(mine.compareTo(theirs) < 0 ? theirs : mine));
        }
    }

    @Coroutine
    static <T, S extends Source<T> & Comparable<S>> Async<T> three(S source, T first) {
        T value = first;
        for (int i = 0; i < 3; i++) {
            value = await(source.next(value));
        }
        return Async.of(source.compareTo(source) == 0 ? value : null);
    }

    @SafeVarargs
    @Coroutine
    static <T> Async<List<T>> listOf(T... items) {
        List<T> list = new ArrayList<>();
        for (T item : items) {
            list.add(await(later(item)));
        }
        return Async.of(list);
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(three(new Numbers(), 5)));
        Source<Integer> source = new Numbers();
        System.out.println(await(source.next(9)));
        System.out.println(await(new Box<>("a").max(new Box<>("b"), 2, 1)).value);
        System.out.println(await(listOf(1, "two", 3.0)) + "" + await(listOf()));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 8
// expect: 10
// expect: left
// expect: b
// expect: [1, two, 3.0][]
