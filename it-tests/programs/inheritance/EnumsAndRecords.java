package inheritance;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Coroutine methods in enums, in the bodies of their constants, and in records. */
class EnumsAndRecords {
    enum Operation {
        PLUS("+") {
            @Override
            @Coroutine
            Async<Integer> apply(int a, int b) {
                return Async.of(await(later(a)) + await(later(b)));
            }
        },
        TIMES("*") {
            private int used;

            @Override
            @Coroutine
            Async<Integer> apply(int a, int b) {
                used++;
                int product = a * await(later(b));
                return Async.of(product + used);
            }
        };

        final String symbol;

        Operation(String symbol) {
            this.symbol = symbol;
        }

        abstract Async<Integer> apply(int a, int b);

        @Coroutine
        Async<String> show(int a, int b) {
            return Async.of(a + symbol + b + "=" + await(apply(a, b)) + " " + await(next()));
        }

        @Coroutine
        Async<Operation> next() {
            await(turn());
            return Async.of(values()[(ordinal() + 1) % values().length]);
        }
    }

    record Range(int from, long to) {
        Range {
            if (from > to) {
                throw new IllegalArgumentException(from + ">" + to);
            }
        }

        @Coroutine
        Async<Range> widen(int by) {
            return Async.of(new Range(from - await(later(by)), to + by));
        }

        @Coroutine
        static Async<Range> of(int a, int b) {
            return Async.of(new Range(Math.min(a, await(later(b))), Math.max(a, b)));
        }
    }

    @Coroutine
    static Async<Void> program() {
        for (Operation operation : Operation.values()) {
            System.out.println(await(operation.show(3, 4)));
        }
        Range range = await(await(Range.of(5, 2)).widen(1));
        System.out.println(range);
        try {
            await(range.widen(-9));
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 3+4=7 TIMES
// expect: 3*4=13 PLUS
// expect: Range[from=1, to=6]
// expect: 10>-3
