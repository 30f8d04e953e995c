import dev.reprise.Coroutine;
import dev.reprise.Generator;

class Good {
    @Coroutine
    Iterable<Integer> numbers() {
        Generator.yield(1);
        Generator.yield(2);
        return Generator.end();
    }
}
