package modern;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.List;
import java.util.function.Supplier;

// release: 21
/** Generic records taken apart in loops, on a full stack, in lambdas, with awaits in guards and arms; failing accessors. */
class GuardsEverywhere {
    sealed interface Expr<T> {}

    record Lit<T>(T value) implements Expr<T> {}

    record Pair<T, A extends Expr<T>, B extends Expr<T>>(A left, B right) implements Expr<T> {}

    record Named(String name, Object... parts) {
        public String name() {
            if (name == null) {
                throw new IllegalStateException("accessor");
            }
            return name;
        }
    }

    enum Level { LOW, HIGH }

    @Coroutine
    static <T extends Comparable<T>> Async<String> show(Expr<T> e, T limit) {
        return Async.of("(" + limit + switch (e) {
            case Lit<T>(var v) when v.compareTo(await(later(limit))) > 0 && await(later(v)) == v -> "big" + await(later(v));
            case Lit<T>(var v) -> v;
            case Pair<T, ?, ?>(Lit<T>(var a), Lit<T>(var b)) when await(later(a)).equals(b) -> a + "=" + b;
            case Pair<T, ?, ?>(var l, Pair<T, ?, ?>(var a, var b)) -> {
                String s = await(show(l, limit));
                for (Expr<T> each : List.<Expr<T>>of(a, b)) {
                    s += each instanceof Lit<T>(var v) && await(later(true)) ? v : await(show(each, limit));
                }
                yield s;
            }
            case Pair<T, ?, ?>(var l, var r) -> await(show(l, limit)) + await(show(r, limit));
        } + ")");
    }

    @Coroutine
    static Async<String> classify(Object o) {
        String s = "";
        for (int round : new int[] {0, 1}) {
            s += switch (o) {
                case Level l when l == Level.HIGH && await(later(round)) == 1 -> "high again";
                case Level l -> "level" + await(later(l));
                case Named(String n, Object[] parts) when parts.length > await(later(1)) -> {
                    if (!(parts[round] instanceof Integer i)) {
                        yield n + await(later("?"));
                    }
                    await(turn());
                    yield n + i;
                }
                case Named(var n, var parts) -> n + parts.length;
                case int[] a when a.length > 0 -> a[await(later(0))] += 5;
                case CharSequence c when c.length() < await(later(3)) -> {
                    Supplier<Async<String>> sup = () -> Async.of(c + await(later("short")));
                    yield await(sup.get());
                }
                case Character c -> (char) (c + await(later(1)));
                case null, default -> "other" + await(later(round));
            };
        }
        return Async.of(s);
    }

    @Coroutine
    static Async<String> constants(Level level, String text) {
        String s = switch (level) {
            case LOW -> await(later("l"));
            case HIGH -> switch (text) {
                case "x" -> "x" + await(later(1));
                case String t when t.isEmpty() -> await(later("empty"));
                case String t -> t;
            };
        };
        return Async.of(s);
    }

    @Coroutine
    static Async<Void> program() {
        Lit<Integer> one = new Lit<>(1);
        Lit<Integer> nine = new Lit<>(9);
        System.out.println(await(show(new Pair<>(one, new Pair<>(nine, new Pair<>(one, one))), 5)));
        System.out.println(await(show(new Pair<>(one, nine), 5)));
        for (Object o : new Object[] {null, 1.5, Level.LOW, Level.HIGH, new Named("n", 1, "two"), new Named("m"), new int[] {3}, "ab", "abcd", 'c'}) {
            System.out.print(await(classify(o)) + " ");
        }
        System.out.println();
        try {
            await(classify(new Named(null)));
        } catch (MatchException e) {
            System.out.println(e.getCause().getMessage());
        }
        System.out.println(await(constants(Level.LOW, "")) + await(constants(Level.HIGH, "")) + await(constants(Level.HIGH, "x")) + await(constants(Level.HIGH, "y")));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: (5(51)9(51=1))
// expect: (5(51)(5big9))
// expect: other0other1 other0other1 levelLOWlevelLOW levelHIGHhigh again n1n? m0m0 813 abshortabshort other0other1 dd
// expect: accessor
// expect: lemptyx1y
