package lambdas;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Lambdas in fields, initialisers and arguments, nested in each other, with what they capture changing around them. */
class CapturesEverywhere {
    static final Function<Integer, Async<Integer>> SQUARE = x -> Async.of(await(later(x)) * x);
    static final List<Supplier<Async<String>>> LIST = new ArrayList<>();
    static final IntFunction<Async<Long>> FACTORIAL;

    static {
        for (int i = 0; i < 3; i++) {
            int kept = i;
            LIST.add(() -> Async.of(await(later(kept)) + "" + await(SQUARE.apply(kept))));
        }
        FACTORIAL = n -> n == 0 ? Async.of(1L) : Async.of(n * await(CapturesEverywhere.FACTORIAL.apply(n - 1)));
    }

    interface Checked<T, E extends Exception> {
        Async<T> run(byte b, long l, char c) throws E;
    }

    private int state = 1;
    final Supplier<Async<Integer>> field = () -> Async.of(state += await(later(state)));
    final Callable<CompletableFuture<String>> hot;

    CapturesEverywhere(String constructed) {
        hot = () -> CompletableFuture.completedFuture(constructed + await(later(state)) + await(field.get()));
    }

    class Inner {
        final int depth;
        final Inner next;

        Inner(int depth) {
            this.depth = depth;
            this.next = depth == 0 ? null : new Inner(depth - 1) {
                @Override
                @Coroutine
                Async<String> path(String so) {
                    return Async.of(await(super.path(so + "^" + Inner.this.depth)) + state);
                }
            };
        }

        @Coroutine
        Async<String> path(String so) {
            state++;
            return next == null ? Async.of(so + await(later(depth))) : next.path(so + await(later(depth)));
        }
    }

    @Coroutine
    <T extends Comparable<T>, E extends Exception> Async<String> nested(List<? extends T> items, T least, Checked<T, E> checked) throws E {
        String result = "";
        for (T item : items) {
            long index = await(later((long) items.indexOf(item)));
            char mark = (char) ('a' + index);
            Function<T, Async<Supplier<Async<String>>>> outer = other -> {
                T larger = item.compareTo(await(later(other))) > 0 ? item : other;
                String here = larger + "" + index;
                return Async.of(() -> {
                    int[] local = {await(later(1))};
                    Runnable touch = () -> local[0] += (int) index;
                    touch.run();
                    return Async.of(here + mark + await(later(local[0])) + state);
                });
            };
            result += await(await(outer.apply(least)).get()) + await(checked.run((byte) -index, index, mark)) + " ";
            state += 10;
        }
        return Async.of(result);
    }

    @Coroutine
    static Async<Void> program() throws Exception {
        for (Supplier<Async<String>> each : LIST) {
            System.out.print(await(each.get()) + " ");
        }
        System.out.println(await(FACTORIAL.apply(10)));
        CapturesEverywhere c = new CapturesEverywhere("made");
        System.out.println(await(c.field.get()) + " " + await(c.hot.call()) + " " + c.state);
        System.out.println(await(c.new Inner(3).path("p")));
        System.out.println(await(c.nested(List.of(3, 1, 2), 2, (b, l, ch) -> Async.of(b + (int) l + ch + await(later(0))))));
        try {
            await(c.nested(List.of("x"), "y", (b, l, ch) -> {
                throw new java.io.IOException(await(later("checked")) + b + l + ch);
            }));
        } catch (java.io.IOException e) {
            System.out.println(e.getMessage());
        }
        return done();
    }

    public static void main(String[] args) throws Exception {
        run(program());
    }
}
// expect: 00 11 24 3628800
// expect: 2 made24 4
// expect: p3^32^21^10888
// expect: 30a1897 21b21898 22c32899
// expect: checked00a
