package asyncgenerators;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncCloseable;
import dev.reprise.AsyncGenerator;
import dev.reprise.AsyncIterable;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

// plain: no, plain Java has no generators
/** Async generators and their loops in every awkward place that Java has. */
class UglyBodies {
    record Tree<T>(Tree<T> left, T value, Tree<T> right) {
        /** A generator of a record that pulls others of its kind, a value wide on the stack meanwhile. */
        @Coroutine
        AsyncGenerator<T> walk(long depth) {
            if (left != null) {
                for (T t : await(left.walk(depth + 1))) {
                    Generator.yield(t);
                }
            }
            Generator.yield(await(later(value)));
            if (right != null) {
                try (var below = right.walk(depth + 1)) {
                    for (var t : await(below)) Generator.yield(t);
                }
            }
            return Generator.end();
        }
    }

    interface Source<E extends Comparable<? super E>> {
        E first();

        @Coroutine
        default AsyncGenerator<E> three(E... others) {
            Generator.yield(first());
            for (E other : others) {
                Generator.yield(other.compareTo(first()) < 0 ? await(later(first())) : other);
            }
            return Generator.end();
        }
    }

    enum Kind implements Source<String> {
        PLAIN,
        LOUD {
            @Override
            @Coroutine
            public AsyncGenerator<String> three(String... others) {
                for (String s : await(super.three(others))) {
                    Generator.yield(s + "!" + await(later("")));
                }
                return Generator.end();
            }
        };

        @Override
        public String first() {
            return name().substring(0, 1);
        }
    }

    @Coroutine
    static Async<Void> broken(String message) throws IOException {
        await(turn());
        throw new IOException(message);
    }

    /** Yields in every block of a try statement, with awaits between, out of a loop that is left in all ways. */
    @Coroutine
    static AsyncGenerator<String> everyBlock(int rounds, double weight) throws IOException {
        long steps = 0;
        outer:
        for (int i = 0; i < rounds; i++) {
            String where = "b";
            try {
                Generator.yield("try" + i + await(later("")));
                steps += (long) (double) await(later(weight)) + i;
                switch (i) {
                    case 0:
                        await(broken("io" + i));
                    case 1:
                        continue outer;
                    case 2:
                        throw new IllegalStateException("thrown");
                    case 3:
                        break;
                    default:
                        break outer;
                }
                Generator.yield("behind the switch");
            } catch (IOException | IllegalStateException e) {
                where = e.getMessage();
                Generator.yield(where + await(later("?")) + steps);
                if (await(later(i)) == 2) {
                    continue;
                }
            } finally {
                await(turn());
                Generator.yield("finally " + where + i);
                where = null;
            }
            Generator.yield(i + " went on");
        }
        Generator.yield("steps " + steps);
        return Generator.end();
    }

    /** What is sent and thrown in, in the middle of expressions. */
    @Coroutine
    static AsyncGenerator<Object> expressions(int a, long b) {
        Map<String, List<Object>> seen = new TreeMap<>();
        Object[] cells = {a, b, null};
        for (int i = 0; i < 3; i++) {
            seen.computeIfAbsent("k" + i, k -> new ArrayList<>())
                    .add(a + "," + Generator.yield(cells[i % cells.length]) + "," + b + await(later(i)));
            cells[i] = Generator.yield(a * 2) instanceof Integer n && n > await(later(2)) ? n : b;
            a += Generator.yield(seen.toString()) != null ? (int) (b >> await(later(1))) : 1;
        }
        Generator.yield(new Object[] {cells[0], cells[1], cells[2], a}.length + " " + a);
        return Generator.end();
    }

    @Coroutine
    static Async<Void> conversation() {
        AsyncGenerator<Object> g = expressions(1, 40L);
        String line = "" + await(g.next()) + await(g.send("one")) + await(g.send(3)) + await(g.send(null));
        line += switch (await(later(1))) {
            case 1 -> {
                String got = "";
                for (Object o : await(g.take(2).map(o -> o))) {
                    got += "<" + o + ">";
                }
                yield got;
            }
            default -> throw new AssertionError();
        };
        System.out.println(line);
        int failures = 0;
        while (true) {
            try {
                System.out.println(await(g.state().ordinal() >= 0 && failures < 9 ? g.next() : g.throwInto(new Error())));
                failures++;
            } catch (GeneratorEnd end) {
                System.out.println("end after " + failures);
                break;
            }
        }
        return done();
    }

    /** Loops inside of loops over the same and over other generators, left to labels, in lambdas and local classes. */
    @Coroutine
    static Async<String> leaving() {
        StringBuilder text = new StringBuilder();
        class Counter implements AsyncCloseable {
            int open;

            @Coroutine
            AsyncGenerator<Integer> count(int from) {
                open++;
                try {
                    for (int i = from; ; i++) {
                        await(turn());
                        Generator.yield(i);
                    }
                } finally {
                    await(turn());
                    open--;
                }
            }

            @Override
            @Coroutine
            public Async<Void> closeAsync() {
                await(turn());
                text.append("|open ").append(open);
                return done();
            }
        }
        try (Counter counter = new Counter()) {
            AsyncGenerator<Integer> kept = counter.count(100);
            rows:
            for (int row : await(counter.count(1).take(5))) {
                try (AsyncGenerator<Integer> columns = counter.count(row * 10)) {
                    for (int column : await(columns)) {
                        if (column % 10 > row) continue rows;
                        if (row == 4) break rows;
                        for (int more : await(kept)) {
                            text.append(column + more).append(' ');
                            break;
                        }
                    }
                } finally {
                    text.append(await(later(";")));
                }
            }
            Supplier<Async<Integer>> sum = () -> {
                int s = 0;
                for (int i : await(kept)) {
                    if (i > 110) {
                        return Async.of(s);
                    }
                    s += i;
                }
                return Async.of(-1);
            };
            text.append(await(sum.get())).append(await(kept.next()));
            await(kept.closeAsync());
        }
        return Async.of(text.toString());
    }

    static <T> AsyncIterable<T> none() {
        return AsyncIterableOf.of();
    }

    /** A generator behind a static method of a generic class. */
    static class AsyncIterableOf {
        @SafeVarargs
        @Coroutine
        static <T> AsyncGenerator<T> of(T... elements) {
            for (int i = 0; i < elements.length; i++) Generator.yield(elements[i]);
            return Generator.end();
        }
    }

    @Coroutine
    static Async<Void> program() {
        Tree<Integer> leaf = new Tree<>(null, 3, null);
        Tree<Integer> tree = new Tree<>(new Tree<>(null, 1, new Tree<>(null, 2, null)), 10, new Tree<>(leaf, 4, leaf));
        System.out.println(await(tree.walk(0).toList()));
        for (Kind kind : Kind.values()) {
            for (String s : await(kind.three("A", "Z"))) System.out.print(s + " ");
        }
        System.out.println();
        List<String> found = new ArrayList<>();
        try {
            for (String s : await(everyBlock(5, 1.5))) found.add(s);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        System.out.println(found);
        await(conversation());
        System.out.println(await(leaving()));
        for (Object o : await(await(later(true)) ? UglyBodies.<Object>none() : expressions(1, 1))) System.out.println("never " + o);
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: [1, 2, 10, 3, 4, 3]
// expect: P P Z L! L! Z! 
// expect: [try0, io0?1, finally io00, 0 went on, try1, finally b1, try2, thrown?6, finally thrown2, try3, behind the switch, finally b3, 3 went on, try4, finally b4, steps 15]
// expect: 12{k0=[1,one,400]}40<4><{k0=[1,one,400], k1=[2,null,401]}>
// expect: null
// expect: 6
// expect: {k0=[1,one,400], k1=[2,null,401], k2=[3,null,402]}
// expect: 4 4
// expect: end after 4
// expect: 110 112 ;122 124 126 ;135 137 139 141 ;;219112|open 1
