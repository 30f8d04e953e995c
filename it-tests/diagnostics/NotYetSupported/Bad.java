import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.stream.Stream;

class Bad {
    @Coroutine
    Stream<Integer> numbers() { // error: [NotYetSupported] A Stream coroutine cannot be compiled by this version. Return Iterable
        Generator.yield(1);
        return Generator.end();
    }
}
