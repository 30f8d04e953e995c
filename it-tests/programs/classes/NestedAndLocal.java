package classes;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Coroutines in static nested, inner, local and anonymous classes reach every enclosing variable. */
class NestedAndLocal {
    private int field = 1;

    class Inner {
        private int field = 10;

        class Innermost {
            @Coroutine
            Async<Integer> sum(int more) {
                field += await(later(more));
                NestedAndLocal.this.field += await(later(1));
                return Async.of(field + NestedAndLocal.this.field);
            }
        }
    }

    static class Nested {
        @Coroutine
        private Async<String> secret(NestedAndLocal outer) {
            await(turn());
            return Async.of("secret " + outer.field + await(outer.hidden()));
        }
    }

    @Coroutine
    private Async<String> hidden() {
        return Async.of(" hidden " + await(later(field++)));
    }

    interface Shape {
        Async<Double> area();
    }

    @Coroutine
    Async<Void> program() {
        System.out.println(await(new Inner().new Innermost().sum(5)));
        System.out.println(await(new Nested().secret(this)));
        double side = await(later(1.5));
        String name = await(later("local"));
        class Local {
            final int extra = 2;

            @Coroutine
            Async<String> describe(long n) {
                class Deeper {
                    @Coroutine
                    Async<String> all() {
                        return Async.of(name + await(later(side)) + extra + n + field);
                    }
                }
                return Async.of("<" + await(new Deeper().all()) + ">");
            }
        }
        System.out.println(await(new Local().describe(7)));
        Shape square = new Shape() {
            int calls;

            @Override
            @Coroutine
            public Async<Double> area() {
                calls++;
                return Async.of(side * await(later(side)) * calls);
            }
        };
        System.out.println(await(square.area()) + await(square.area()));
        return done();
    }

    public static void main(String[] args) {
        run(new NestedAndLocal().program());
    }
}
// expect: 17
// expect: secret 2 hidden 2
// expect: <local1.5273>
// expect: 6.75
