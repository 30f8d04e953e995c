import static dev.reprise.Generator.end;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** S-027. A generator goes through one iterable after the other. */
class P001_04_Chain {

    public static void main(String[] args) {
        List<Integer> list = List.of(1, 2, 3);
        Map<String, String> map = Map.of("frank", "yangchao", "ailsa", "liuliu");
        Iterator<Object> chained =
                chain(list, map.keySet(), IntStream.range(5, 10).boxed().toList());
        System.out.println(chained.next());
        System.out.println(chained.next());
        System.out.println(chained.next());
    }

    @Coroutine
    static Iterator<Object> chain(Iterable<?>... iterables) {
        for (Iterable<?> iterable : iterables) {
            for (Object item : iterable) {
                Generator.yield(item);
            }
        }
        return end();
    }
}
