package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.Scoped;
import java.io.IOException;

// plain: no, plain Java has no generators
/** A generator that yields once prepares and cleans up; what the block throws arrives at its yield. */
class ScopesOfGenerators {
    @Coroutine
    static Generator<String, Void, Void> transaction(String name, boolean forgiving) {
        System.out.println("begin " + name);
        try {
            Generator.yield(name);
            System.out.println("commit " + name);
        } catch (Exception e) {
            System.out.println("roll back " + name + ": " + e.getMessage());
            if (!forgiving) {
                throw e;
            }
        } finally {
            System.out.println("end " + name);
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<String, Void, Void> twice() {
        try {
            Generator.yield("once");
            Generator.yield("twice");
        } finally {
            System.out.println("twice is closed");
        }
        return Generator.end();
    }

    static void fail() throws IOException {
        throw new IOException("boom");
    }

    public static void main(String[] args) throws IOException {
        Scoped.use(transaction("a", true), name -> System.out.println("in " + name));
        Scoped.use(transaction("b", true), name -> fail());
        IOException mine = new IOException("mine");
        try {
            Scoped.use(transaction("c", false), name -> {
                throw mine;
            });
        } catch (IOException e) {
            System.out.println(e == mine);
        }
        try (Scoped<String> scope = Scoped.of(transaction("d", true))) {
            System.out.println("in " + scope.value());
            scope.complete();
        }
        try (Scoped<String> scope = Scoped.of(transaction("e", true))) {
            System.out.println("leave " + scope.value() + " in the middle");
        }
        try {
            Scoped.use(twice(), name -> {});
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage().contains("yields its resource once"));
        }
    }
}
// expect: begin a
// expect: in a
// expect: commit a
// expect: end a
// expect: begin b
// expect: roll back b: boom
// expect: end b
// expect: begin c
// expect: roll back c: mine
// expect: end c
// expect: true
// expect: begin d
// expect: in d
// expect: commit d
// expect: end d
// expect: begin e
// expect: leave e in the middle
// expect: end e
// expect: twice is closed
// expect: true
