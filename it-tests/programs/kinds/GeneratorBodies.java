package kinds;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

// plain: no, plain Java has no generators
/** What a body may contain, in generators: the value sent in is used wherever an expression can stand. */
class GeneratorBodies {
    interface Tree<T> extends Iterable<T> {
        T value();

        List<Tree<T>> children();

        @Override
        @Coroutine
        default Iterator<T> iterator() {
            Generator.yield(value());
            for (Tree<T> child : children()) {
                for (T each : child) {
                    Generator.yield(each);
                }
            }
            return Generator.end();
        }
    }

    record Node<T>(T value, List<Tree<T>> children) implements Tree<T> {
        Node {
            children = List.copyOf(children);
        }

        @SafeVarargs
        static <T> Node<T> of(T value, Tree<T>... children) {
            return new Node<>(value, List.of(children));
        }

        @Override
        @Coroutine
        public Iterator<T> iterator() {
            for (Iterator<T> it = Tree.super.iterator(); it.hasNext(); ) {
                Generator.yield(it.next());
            }
            return Generator.end();
        }
    }

    enum Direction {
        UP {
            @Override
            @Coroutine
            Iterable<Integer> from(int a, int... rest) {
                for (int r : rest) {
                    Generator.yield(a++ + r);
                }
                return Generator.end();
            }
        },
        DOWN {
            @Override
            @Coroutine
            Iterable<Integer> from(int a, int... rest) {
                for (int i = rest.length; --i >= 0; ) {
                    int r = rest[i];
                    Generator.yield(a-- - r);
                }
                return Generator.end();
            }
        };

        abstract Iterable<Integer> from(int a, int... rest);
    }

    static class Pair {
        final Object a;
        final long b;

        Pair(Object a, long b) {
            this.a = a;
            this.b = b;
        }

        @Override
        public String toString() {
            return a + "/" + b;
        }
    }

    class Inner {
        class Innermost {
            @Coroutine
            Iterable<String> chain(char c) {
                field += Generator.yield(field) == null ? 1 : 0;
                c += 1;
                Generator.yield(GeneratorBodies.this.field + "" + c);
                return Generator.end();
            }
        }
    }

    String field = "f";

    @Coroutine
    static Generator<Object, Integer, String> everywhere(boolean flag) {
        int x = 2;
        x += (Integer) Generator.yield("compound") * x;
        Integer y = Generator.yield(new Pair(flag ? Generator.yield("argument") : 0, x));
        int[][] array = {{(Integer) Generator.yield("row"), 1}, {x, (Integer) Generator.yield("cell")}};
        array[y % 2][(Integer) Generator.yield("index") % 2] <<= (Integer) Generator.yield("shift");
        String s = "<" + Generator.yield("concat") + array[0][0] + array[1][1] + Generator.yield('c') + ">";
        long l = 1L << 40 | (Integer) Generator.yield("long");
        s += switch ((Integer) Generator.yield("selector")) {
            case 1 -> "one";
            default -> {
                try {
                    yield "d" + Generator.yield("arm");
                } finally {
                    s = s + Generator.yield("finally");
                }
            }
        };
        boolean both = flag && (Integer) Generator.yield("and") > 0 || (Integer) Generator.yield("or") > 0;
        Supplier<String> supplier = new Supplier<>() {
            @Override
            public String get() {
                return "captured" + y + both;
            }
        };
        outer:
        for (int i = 0; ; i++) {
            try {
                for (byte b = 126; ; b++) {
                    if (b < 0) {
                        continue outer;
                    }
                    if (i == 1 && (Integer) Generator.yield(b) > 0) {
                        break outer;
                    }
                }
            } finally {
                Generator.yield("left " + i);
            }
        }
        Function<Integer, Iterable<Integer>> lambda = n -> {
            for (int i = 0; i < n; i++) {
                Generator.yield(i + y);
            }
            return Generator.end();
        };
        for (int i : lambda.apply(2)) {
            Generator.yield(i);
        }
        return Generator.end(supplier.get() + s + l + x);
    }

    @Coroutine
    static Iterator<Integer> empty() {
        return Generator.end();
    }

    @Coroutine
    static Iterator<Integer> endless() {
        int i = 0;
        while (true) {
            Generator.yield(i++);
        }
    }

    @Coroutine
    static Iterator<String> failing() throws InterruptedException {
        Generator.yield("once");
        throw new InterruptedException("then");
    }

    @Coroutine
    static <T> Iterable<List<T>> windows(Iterable<? extends T> source, int size) {
        List<T> window = new ArrayList<>();
        for (T each : source) {
            window.add(each);
            if (window.size() == size) {
                Generator.yield(window);
                window = new ArrayList<>();
            }
        }
        if (!window.isEmpty()) {
            Generator.yield(window);
        }
        return Generator.end();
    }

    public static void main(String[] args) throws Exception {
        Tree<String> tree = Node.of("a", Node.of("b", Node.of("c")), Node.of("d"));
        System.out.println(windows(tree, 3) instanceof Iterable<?>);
        for (List<String> window : windows(tree, 3)) {
            System.out.print(window);
        }
        System.out.println();
        for (Direction direction : Direction.values()) {
            Iterable<Integer> numbers = direction.from(10, 1, 2, 3);
            for (int again = 0; again < 2; again++) {
                for (int n : numbers) {
                    System.out.print(n + " ");
                }
            }
            System.out.println();
        }
        for (String s : new GeneratorBodies().new Inner().new Innermost().chain('x')) {
            System.out.print(s + " ");
        }
        System.out.println();
        Generator<Object, Integer, String> generator = everywhere(true);
        StringBuilder given = new StringBuilder().append(generator.next());
        for (int sent = 1; ; sent++) {
            try {
                given.append(' ').append(generator.send(sent));
            } catch (GeneratorEnd end) {
                break;
            }
        }
        System.out.println(given);
        System.out.println(generator.result());
        System.out.println(empty().hasNext());
        Iterator<Integer> endless = endless();
        System.out.println(endless.next() + endless.next() + endless.next());
        Iterator<String> failing = failing();
        System.out.println(failing.next());
        try {
            failing.next();
        } catch (Exception e) {
            System.out.println(e);
        }
    }
}
// expect: true
// expect: [a, b, c][d]
// expect: 11 13 15 11 13 15
// expect: 7 7 7 7 7 7
// expect: f f1y
// expect: compound argument 2/4 row cell index shift concat c long selector arm finally and left 0 126 left 1 3 4
// expect: captured3true<8459>d1210995116277864
// expect: false
// expect: 3
// expect: once
// expect: java.lang.InterruptedException: then
