package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

// plain: no, plain Java has no generators
/** The six rules of delegation: values up, sends down, failures down, close innermost first, the result, exhaustion. */
class YieldFromRules {
    @Coroutine
    static Generator<String, String, Integer> sub(String name) {
        int count = 0;
        try {
            while (true) {
                String sent;
                try {
                    sent = Generator.yield(name + count++);
                } catch (IllegalArgumentException e) {
                    sent = "caught " + e.getMessage();
                }
                if ("stop".equals(sent)) {
                    return Generator.end(count);
                }
                System.out.println(name + " got " + sent);
                if ("fail".equals(sent)) {
                    throw new IllegalStateException(name);
                }
            }
        } finally {
            System.out.println("finally " + name);
        }
    }

    @Coroutine
    static Generator<String, String, Integer> outer(Generator<String, String, Integer> sub) {
        int sum = 0;
        try {
            System.out.println("begin");
            sum += sum + Generator.yieldFrom(sub);
            System.out.println("between " + sum);
            sum = Generator.<Integer>yieldFrom(sub("b")) + (sum == 0 ? 0 : 100);
            System.out.println("after " + sum);
        } catch (IllegalStateException e) {
            Generator.yield("outer caught " + e.getMessage());
        } finally {
            System.out.println("finally outer");
        }
        return Generator.end(sum);
    }

    @Coroutine
    static Iterator<Object> plain(Iterator<?> first, Iterable<?> second, Stream<?> third) {
        Object none = Generator.yieldFrom(first);
        Generator.yield(none);
        Generator.yieldFrom(first);
        Generator.yieldFrom(second);
        Generator.yieldFrom(third);
        return Generator.end();
    }

    public static void main(String[] args) {
        Generator<String, String, Integer> g = outer(sub("a"));
        System.out.println(g.next() + " " + g.state());
        System.out.println(g.send("x"));
        System.out.println(g.send(null));
        System.out.println(g.throwInto(new IllegalArgumentException("y")));
        System.out.println(g.send("stop"));
        try {
            g.send("stop");
        } catch (GeneratorEnd end) {
            System.out.println("end " + end.value() + " " + g.result() + " " + g.state());
        }

        g = outer(sub("a"));
        g.next();
        System.out.println(g.send("fail"));
        System.out.println(g.hasNext() + " " + g.result());

        g = outer(sub("a"));
        g.next();
        g.close();
        System.out.println(g.state());

        g = outer(sub("a"));
        g.next();
        Exception failure = new Exception();
        try {
            g.throwInto(failure);
        } catch (Exception e) {
            System.out.println(e == failure);
        }

        Stream<String> closed = Stream.of("s", "t").onClose(() -> System.out.println("stream closed"));
        plain(List.of(1, 2).iterator(), List.of(3), closed).forEachRemaining(System.out::println);
    }
}
// expect: begin
// expect: a0 SUSPENDED
// expect: a got x
// expect: a1
// expect: a got null
// expect: a2
// expect: a got caught y
// expect: a3
// expect: finally a
// expect: between 4
// expect: b0
// expect: finally b
// expect: after 101
// expect: finally outer
// expect: end 101 101 CLOSED
// expect: begin
// expect: a got fail
// expect: finally a
// expect: outer caught a
// expect: finally outer
// expect: false 0
// expect: begin
// expect: finally a
// expect: finally outer
// expect: CLOSED
// expect: begin
// expect: finally a
// expect: finally outer
// expect: true
// expect: 1
// expect: 2
// expect: null
// expect: 3
// expect: s
// expect: t
// expect: stream closed
