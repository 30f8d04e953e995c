package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;

// plain: no, plain Java has no generators
/** A generator inside a chain can also be pulled, closed or delegated to by others; the chain goes on from what is left. */
class SharedDelegates {
    @Coroutine
    static Generator<Integer, Void, String> numbers(int from, int to) {
        for (int i = from; i < to; i++) {
            Generator.yield(i);
        }
        return Generator.end("to " + to);
    }

    @Coroutine
    static Generator<Object, Void, String> through(Generator<?, Void, String> sub) {
        String result = Generator.yieldFrom(sub);
        Generator.yield("then " + result);
        return Generator.end("through " + result);
    }

    @Coroutine
    static Iterator<Object> itself(Iterator<?>[] me) {
        try {
            Generator.yieldFrom(me[0]);
        } catch (IllegalStateException e) {
            Generator.yield("executing");
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Void, Void> pullsAbove(Generator<?, ?, ?>[] above) {
        try {
            above[0].next();
        } catch (IllegalStateException e) {
            Generator.yield("above is " + above[0].state());
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Void, Void> over(Generator<?, Void, Void> sub) {
        Generator.yieldFrom(sub);
        return Generator.end();
    }

    public static void main(String[] args) {
        Generator<Integer, Void, String> leaf = numbers(0, 6);
        Generator<Object, Void, String> middle = through(leaf);
        Generator<Object, Void, String> top = through(middle);
        System.out.println(top.next() + " " + leaf.next() + " " + top.next() + " " + middle.next() + " " + top.next());
        System.out.println(middle.hasNext() + " " + top.next() + " " + middle.hasNext() + " " + top.hasNext());
        System.out.println(leaf.state() + " " + middle.state() + " " + top.state());
        System.out.println(top.next() + " " + middle.state());
        System.out.println(top.next() + " " + middle.state() + " " + top.hasNext() + " " + top.result());

        // one started before it is delegated to, with a value it ran ahead for
        leaf = numbers(0, 3);
        middle = through(leaf);
        middle.next();
        middle.hasNext();
        top = through(middle);
        System.out.println(top.next() + " " + top.next() + " " + top.next());

        // one generator, two delegators
        leaf = numbers(0, 4);
        Generator<Object, Void, String> one = through(leaf);
        Generator<Object, Void, String> two = through(leaf);
        System.out.println(one.next() + " " + two.next() + " " + one.next() + " " + two.next());
        System.out.println(one.next() + ", " + two.next());

        // the middle is closed by somebody else
        leaf = numbers(0, 4);
        middle = through(leaf);
        top = through(middle);
        top.next();
        middle.close();
        System.out.println(leaf.state() + " " + middle.state() + " " + top.state() + " " + top.next());

        Iterator<?>[] me = new Iterator<?>[1];
        me[0] = itself(me);
        System.out.println(me[0].next());

        Generator<?, ?, ?>[] above = new Generator<?, ?, ?>[1];
        Generator<Object, Void, Void> below = over(pullsAbove(above));
        above[0] = over(below);
        System.out.println(above[0].next() + " " + above[0].state() + " " + above[0].hasNext() + " " + below.state());
    }
}
// expect: 0 1 2 3 4
// expect: true 5 true true
// expect: CLOSED SUSPENDED SUSPENDED
// expect: then to 6 SUSPENDED
// expect: then through to 6 CLOSED false through through to 6
// expect: 1 2 then to 3
// expect: 0 1 2 3
// expect: then to 4, then null
// expect: CLOSED CLOSED SUSPENDED then null
// expect: executing
// expect: above is RUNNING SUSPENDED false CLOSED
