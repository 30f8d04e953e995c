package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;

// plain: no, plain Java has no generators
/** A failure thrown into a generator is raised at its yield and can be caught there. */
class ThrowInto {
    @Coroutine
    static Generator<String, String, Integer> resilient() {
        int caught = 0;
        while (caught < 2) {
            try {
                String sent = Generator.yield("ready " + caught);
                System.out.println("sent " + sent);
            } catch (IllegalArgumentException e) {
                caught++;
                System.out.println("caught " + e.getMessage());
            } finally {
                System.out.println("finally " + caught);
            }
        }
        return Generator.end(caught);
    }

    public static void main(String[] args) {
        Generator<String, String, Integer> g = resilient();
        System.out.println(g.next());
        System.out.println(g.throwInto(new IllegalArgumentException("one")));
        System.out.println(g.send("x"));
        try {
            g.throwInto(new IllegalArgumentException("two"));
        } catch (GeneratorEnd end) {
            System.out.println("end " + end.value());
        }
        Generator<String, String, Integer> other = resilient();
        other.next();
        IllegalStateException failure = new IllegalStateException("not caught");
        try {
            other.throwInto(failure);
        } catch (IllegalStateException e) {
            System.out.println((e == failure) + " " + other.state());
        }
        Generator<String, String, Integer> fresh = resilient();
        try {
            fresh.throwInto(failure);
        } catch (IllegalStateException e) {
            System.out.println((e == failure) + " " + fresh.state());
        }
    }
}
/* expect:
ready 0
caught one
finally 1
ready 1
sent x
finally 1
ready 1
caught two
finally 2
end 2
finally 0
true CLOSED
true CLOSED
*/
