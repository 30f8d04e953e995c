package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;

// plain: no, plain Java has no generators
/** Yields in finally and catch blocks; a generator that yields while it is closed is an error. */
class YieldInFinally {
    @Coroutine
    static Generator<String, Void, Void> stubborn() {
        try {
            Generator.yield("first");
            throw new IllegalStateException("body");
        } catch (IllegalStateException e) {
            Generator.yield("catch " + e.getMessage());
        } finally {
            Generator.yield("finally");
        }
        Generator.yield("last");
        return Generator.end();
    }

    public static void main(String[] args) {
        stubborn().forEachRemaining(System.out::println);
        Generator<String, Void, Void> g = stubborn();
        g.next();
        try {
            g.close();
        } catch (IllegalStateException e) {
            System.out.println("cannot be closed");
        }
        try {
            g.next();
        } catch (Error exit) {
            System.out.println("the exit goes on where it was");
        }
        System.out.println(g.hasNext() + " " + g.state());
    }
}
// expect: first
// expect: catch body
// expect: finally
// expect: last
// expect: cannot be closed
// expect: the exit goes on where it was
// expect: false CLOSED
