package introspection;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

// plain: no, there is no generator to look into
// needs: -g
/** A generator shows its line, which grows as it goes on, and exactly the variables it still needs, in their own types. */
class LocalsOfAGenerator {
    private static final List<Integer> LINES = new ArrayList<>();

    private final String title = "list";

    @Coroutine
    static Generator<Integer, Void, Void> everyType(boolean flag, byte small, char letter, short number) {
        boolean yes = !flag;
        byte b = (byte) (small + 1);
        char c = (char) (letter + 1);
        short s = (short) (number + 1);
        int i = 5;
        long l = 6L;
        float f = 7.5f;
        double d = 8.5;
        String text = "text";
        int[] array = {1, 2};
        Object nothing = null;
        String dead = "dead";
        System.out.println(dead);
        Generator.yield(1);
        System.out.println(yes + " " + b + c + s + i + l + f + d + text + array.length + nothing + flag + letter);
        Generator.yield(2);
        return Generator.end();
    }

    @Coroutine
    static Generator<Integer, Void, Void> scopes(int count) {
        for (int i = 0; i < count; i++) {
            boolean even = i % 2 == 0;
            Generator.yield(i);
            System.out.println(even);
        }
        for (char c = 'a'; c < 'c'; c++) {
            Generator.yield(0);
        }
        for (String word : List.of("one", "two")) {
            Generator.yield(0);
            System.out.println(word);
        }
        return Generator.end();
    }

    @Coroutine
    static Generator<Integer, Void, Void> straight() {
        Generator.yield(1);
        Generator.yield(2);
        Generator.yield(3);
        return Generator.end();
    }

    @Coroutine
    Generator<Integer, Void, Void> member(long start) {
        Generator.yield((int) start);
        System.out.println(title);
        return Generator.end();
    }

    @Coroutine
    static Generator<Integer, Void, Void> narrowArgument(char c) {
        while (c < 'c') {
            Generator.yield((int) c);
            c++;
        }
        return Generator.end();
    }

    private static String show(Map<String, Object> locals) {
        StringBuilder text = new StringBuilder();
        locals.forEach((name, value) -> text.append(text.isEmpty() ? "" : ", ")
                .append(name)
                .append('=')
                .append(value instanceof int[] ? "array" : value instanceof LocalsOfAGenerator ? "me" : value)
                .append(value == null ? "" : ":" + value.getClass().getSimpleName()));
        return "{" + text + "}";
    }

    private static void walk(Generator<Integer, Void, Void> generator) {
        System.out.println(generator.state() + " " + show(generator.locals()));
        LINES.clear();
        LINES.add(generator.line());
        while (generator.hasNext()) {
            generator.next();
            LINES.add(generator.line());
            System.out.println(generator.state() + " " + show(generator.locals()));
        }
        System.out.println(generator.state() + " " + show(generator.locals()) + " " + generator.line());
    }

    public static void main(String[] args) {
        walk(everyType(true, (byte) 1, 'a', (short) 3));
        walk(scopes(2));
        walk(straight());
        System.out.println(LINES.stream().map(line -> line - LINES.get(0)).toList());
        walk(new LocalsOfAGenerator().member(9));
        walk(narrowArgument('a'));
        Generator<Integer, Void, Void> closed = scopes(3);
        closed.next();
        System.out.println(closed.toString().replaceAll("\\d+", "n"));
        closed.close();
        System.out.println(closed + " " + show(closed.locals()) + " " + closed.line());
        try {
            straight().locals().put("a", "b");
        } catch (UnsupportedOperationException e) {
            System.out.println("a snapshot");
        }
    }
}
// expect: CREATED {flag=true:Boolean, small=1:Byte, letter=a:Character, number=3:Short}
// expect: dead
// expect: SUSPENDED {flag=true:Boolean, letter=a:Character, yes=false:Boolean, b=2:Byte, c=b:Character, s=4:Short, i=5:Integer, l=6:Long, f=7.5:Float, d=8.5:Double, text=text:String, array=array:int[], nothing=null}
// expect: false 2b4567.58.5text2nulltruea
// expect: SUSPENDED {}
// expect: CLOSED {} -1
// expect: CREATED {count=2:Integer}
// expect: SUSPENDED {count=2:Integer, i=0:Integer, even=true:Boolean}
// expect: true
// expect: SUSPENDED {count=2:Integer, i=1:Integer, even=false:Boolean}
// expect: false
// expect: SUSPENDED {c=a:Character}
// expect: SUSPENDED {c=b:Character}
// expect: SUSPENDED {word=one:String}
// expect: one
// expect: SUSPENDED {word=two:String}
// expect: two
// expect: CLOSED {} -1
// expect: CREATED {}
// expect: SUSPENDED {}
// expect: SUSPENDED {}
// expect: SUSPENDED {}
// expect: CLOSED {} -1
// expect: [0, 0, 1, 2]
// expect: CREATED {this=me:LocalsOfAGenerator, start=9:Long}
// expect: SUSPENDED {this=me:LocalsOfAGenerator}
// expect: list
// expect: CLOSED {} -1
// expect: CREATED {c=a:Character}
// expect: SUSPENDED {c=a:Character}
// expect: SUSPENDED {c=b:Character}
// expect: CLOSED {} -1
// expect: Generator introspection.LocalsOfAGenerator.scopes (SUSPENDED at line n)
// expect: Generator introspection.LocalsOfAGenerator.scopes (CLOSED) {} -1
// expect: a snapshot
