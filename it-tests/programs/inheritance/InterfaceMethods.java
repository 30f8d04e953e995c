package inheritance;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Default, private and static coroutine methods of interfaces, called through super and through other interfaces. */
class InterfaceMethods {
    interface Named {
        String name();

        @Coroutine
        default Async<String> greet(int times) {
            String greeting = "";
            for (int i = 0; i < times; i++) {
                greeting += await(hidden(i)) + await(make("!"));
            }
            return Async.of(greeting + name());
        }

        @Coroutine
        private Async<String> hidden(int i) {
            return Async.of(name() + await(later(i)));
        }

        @Coroutine
        static Async<String> make(String s) {
            await(turn());
            return Async.of(s);
        }
    }

    interface Loud extends Named {
        @Override
        @Coroutine
        default Async<String> greet(int times) {
            return Async.of(await(Named.super.greet(times)).toUpperCase());
        }
    }

    record Person(String name) implements Loud {
        @Override
        @Coroutine
        public Async<String> greet(int times) {
            await(turn());
            return Async.of("[" + await(Loud.super.greet(times + 1)) + "]");
        }
    }

    @Coroutine
    static Async<Void> program() {
        Named simple = () -> "simple ";
        System.out.println(await(simple.greet(2)));
        Loud loud = () -> "loud ";
        System.out.println(await(loud.greet(1)));
        System.out.println(await(new Person("ann").greet(1)));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: simple 0!simple 1!simple
// expect: LOUD 0!LOUD
// expect: [ANN0!ANN1!ANN]
