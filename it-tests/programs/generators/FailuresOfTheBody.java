package generators;

import static dev.reprise.it.program.Turns.*;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.util.Iterator;
import java.util.List;

// plain: no, plain Java has no generators
/** A failure of the body comes out of the pull, also a NoSuchElementException, and ends the generator. */
class FailuresOfTheBody {
    @Coroutine
    static Iterator<Integer> failing(RuntimeException failure) {
        try {
            Generator.yield(1);
            if (failure != null) {
                throw failure;
            }
            List.<Integer>of().iterator().next();
        } finally {
            System.out.println("finally");
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<Object, Generator<?, ?, ?>[], Object> selfish() {
        Generator<?, ?, ?>[] me = Generator.yield("give me myself");
        try {
            me[0].next();
        } catch (IllegalStateException e) {
            Generator.yield(me[0].state());
        }
        return Generator.end("over");
    }

    public static void main(String[] args) {
        IllegalStateException failure = new IllegalStateException("mine");
        Iterator<Integer> it = failing(failure);
        it.next();
        try {
            it.hasNext();
        } catch (IllegalStateException e) {
            System.out.println(e == failure);
        }
        System.out.println(it.hasNext());
        Iterator<Integer> other = failing(null);
        other.next();
        try {
            other.next();
        } catch (GeneratorEnd e) {
            System.out.println("wrong: a failure is not an end");
        } catch (java.util.NoSuchElementException e) {
            System.out.println("inner end is a failure");
        }
        Generator<Object, Generator<?, ?, ?>[], Object> g = selfish();
        g.next();
        System.out.println(g.send(new Generator<?, ?, ?>[] {g}));
        System.out.println(g.hasNext() + " " + g.result());
    }
}
// expect: finally
// expect: true
// expect: false
// expect: finally
// expect: inner end is a failure
// expect: RUNNING
// expect: false over
