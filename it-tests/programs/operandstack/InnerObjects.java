package operandstack;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** new of inner and anonymous classes whose outer instance and arguments are awaited. */
class InnerObjects {
    final String name;

    InnerObjects(String name) {
        this.name = name;
    }

    class Inner {
        final String text;

        Inner(int a, long b) {
            text = name + a + b;
        }

        class Deeper {
            final String all;

            Deeper(String s) {
                all = name + "." + text + "." + s;
            }
        }
    }

    abstract static class Shape {
        final int size;

        Shape(int size) {
            this.size = size;
        }

        abstract String draw();
    }

    @Coroutine
    Async<Void> program() {
        Inner inner = new Inner(await(later(1)), await(later(2L)));
        System.out.println(inner.text);
        System.out.println(await(later(new InnerObjects("other"))).new Inner(3, await(later(4L))).text);
        System.out.println(inner.new Deeper(await(later("d"))).all);
        String captured = await(later("captured"));
        Shape shape = new Shape(await(later(5))) {
            final int twice = size * 2;

            @Override
            String draw() {
                return name + captured + twice;
            }
        };
        System.out.println(shape.draw());
        class Local {
            final String t;

            Local(String s) {
                t = s + captured + name.strip();
            }
        }
        System.out.println(new Local(await(later("local "))).t);
        System.out.println(new Object() {
            int x = 6;

            int twice() {
                return x * 2;
            }
        }.twice() + await(later(1)));
        InnerObjects nobody = null;
        try {
            System.out.println(nobody.new Inner(await(later(7)), 8).text);
        } catch (NullPointerException e) {
            System.out.println("no outer");
        }
        return done();
    }

    public static void main(String[] args) {
        run(new InnerObjects("outer ").program());
    }
}
// expect: outer 12
// expect: other34
// expect: outer .outer 12.d
// expect: outer captured10
// expect: local capturedouter
// expect: 13
// expect: no outer
