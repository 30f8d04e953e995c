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
        List<String> keys = List.copyOf(numbers.locals().keySet());
        boolean named = keys.contains("sum");
        boolean expected = named
                ? keys.equals(List.of("first", "sum"))
                // the iterator of the loop has no name in any source, and compilers number it as they like
                : keys.size() == 3 && keys.subList(0, 2).equals(List.of("arg$0", "local$2")) && keys.get(2).startsWith("local$");
        System.out.println(expected ? "ok" : numbers.locals());
        System.out.println(numbers.locals().get(keys.get(0)) + " " + numbers.locals().get(keys.get(1)));
    }
}
// expect: [a, [one]]
// expect: ok
// expect: a 4
