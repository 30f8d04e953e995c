package inheritance;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls through super, also from lambdas, inner classes and of interfaces; bridges with narrower types. */
class SuperCallsEverywhere {
    interface Left<T extends Comparable<T>> {
        @Coroutine
        default Async<? extends Object> name(T t) {
            return Async.of("left" + await(later(t)));
        }
    }

    interface Right {
        @Coroutine
        default Async<? extends Object> name(String t) {
            return Async.of("right" + await(later(t)) + await(helper()));
        }

        @Coroutine
        private Async<Integer> helper() {
            return Async.of(await(later(1)) + await(Right.constant()));
        }

        @Coroutine
        static Async<Integer> constant() {
            await(turn());
            return Async.of(41);
        }
    }

    abstract static class Base<A, R> {
        protected String log = "";

        @Coroutine
        protected Async<R> apply(A a, int... more) throws Exception {
            log += "base" + await(later(more.length));
            return Async.of(convert(a));
        }

        abstract R convert(A a);
    }

    static class Middle<A> extends Base<A, String> {
        @Override
        String convert(A a) {
            return "m" + a;
        }

        @Override
        @Coroutine
        protected Async<String> apply(A a, int... more) throws Exception {
            return Async.of("(" + await(super.apply(a, more)) + await(later(")")));
        }
    }

    static final class Leaf extends Middle<Integer> implements Left<String>, Right {
        @Override
        @Coroutine
        public Async<String> name(String t) {
            return Async.of(await(Left.super.name(t)) + "+" + await(Right.super.name(t)));
        }

        @Override
        @Coroutine
        protected Async<String> apply(Integer a, int... more) throws Exception {
            Supplier<Async<String>> inLambda = () -> {
                try {
                    return super.apply(a + await(later(1)), 1, 2);
                } catch (Exception e) {
                    return Async.failed(e);
                }
            };
            class Local {
                @Coroutine
                Async<String> inLocal() throws Exception {
                    String s = await(Leaf.super.apply(a));
                    return Async.of(s + await(new Object() {
                        @Coroutine
                        Async<String> inAnonymous() throws Exception {
                            Function<Integer, Async<String>> deeper = b -> Async.of(b + await(later(log)));
                            return Async.of(await(Leaf.super.apply(more.length)) + await(deeper.apply(a)));
                        }
                    }.inAnonymous()));
                }
            }
            return Async.of(await(inLambda.get()) + await(new Local().inLocal()) + await(tail(a)));
        }

        @Coroutine
        private Async<String> tail(int n) throws Exception {
            return n > 0 ? tail(n - 1) : super.apply(n);
        }
    }

    @Coroutine
    static <A, R> Async<R> call(Base<A, R> base, A a) throws Exception {
        return base.apply(a, 1, 2, 3);
    }

    @Coroutine
    static Async<Void> program() throws Exception {
        Leaf leaf = new Leaf();
        System.out.println(await(call(leaf, 5)));
        System.out.println(leaf.log);
        Left<String> left = leaf;
        Right right = leaf;
        System.out.println(await(left.name("l")) + " " + await(right.name("r")));
        return done();
    }

    public static void main(String[] args) throws Exception {
        run(program());
    }
}
// expect: (m6)(m5)(m3)5base2base0base0(m0)
// expect: base2base0base0base0
// expect: leftl+rightl42 leftr+rightr42
