import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

class Good {
    @Coroutine
    Iterable<Integer> numbers() {
        Generator.yield(1);
        return Generator.end();
    }

    Stream<Integer> stream() {
        return StreamSupport.stream(numbers().spliterator(), false);
    }
}
