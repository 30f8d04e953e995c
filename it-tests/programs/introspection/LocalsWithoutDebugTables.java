package introspection;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.ArrayList;
import java.util.List;

// plain: no, there is no generator to look into
/** Without debug tables there are no names, and a variable's declared type is known for parameters only. */
class LocalsWithoutDebugTables {
    @Coroutine
    static Generator<Integer, Void, Void> numbers(char first, List<String> words) {
        long sum = 1;
        for (String word : words) {
            sum += word.length();
            Generator.yield((int) sum + first);
        }
        return Generator.end();
    }

    public static void main(String[] args) {
        Generator<Integer, Void, Void> numbers = numbers('a', List.of("one"));
        System.out.println(new ArrayList<>(numbers.locals().values()));
        numbers.next();
        boolean named = numbers.locals().containsKey("sum");
        List<String> expected = named ? List.of("first", "sum") : List.of("arg$0", "local$2", "local$4");
        System.out.println(expected.equals(List.copyOf(numbers.locals().keySet())) ? "ok" : numbers.locals());
        System.out.println(numbers.locals().get(expected.get(0)) + " " + numbers.locals().get(expected.get(1)));
    }
}
// expect: [a, [one]]
// expect: ok
// expect: a 4
