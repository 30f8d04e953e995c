package inheritance;

import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.frame.Context;

// plain: no, its Async is none of the library's
/** In a subclass of Async, the class file names the subclass as the owner of the inherited await. */
class AwaitsOfSubclasses {
    static class Constant extends Async<Integer> {
        final int value;

        Constant(int value) {
            this.value = value;
        }

        @Override
        public Object awaitIn(Context context) {
            return value;
        }

        @Coroutine
        Async<Integer> twice() {
            int first = await(later(value));
            return of(first + await(this));
        }

        @Coroutine
        Async<Integer> sum() {
            int sum = 0;
            for (int i : await(numbers())) {
                sum += i * await(hot());
            }
            return of(sum);
        }

        @Coroutine
        AsyncGenerator<Integer> numbers() {
            Generator.yield(await(later(value)));
            Generator.yield(await(this));
            return Generator.end();
        }

        @Coroutine
        java.util.concurrent.CompletableFuture<Integer> hot() {
            return java.util.concurrent.CompletableFuture.completedFuture(await(later(10)));
        }
    }

    @Coroutine
    static Async<Integer> through() {
        return Async.of(Constant.await(later(3)) + Constant.await(new Constant(4).twice()));
    }

    public static void main(String[] args) {
        System.out.println(run(new Constant(21).twice())); // expect: 42
        System.out.println(run(new Constant(2).sum())); // expect: 40
        System.out.println(run(through())); // expect: 11
    }
}
