import dev.reprise.Coroutine;
import dev.reprise.Generator;

class Good {
    @Coroutine
    Iterable<Long> squares(int count) {
        for (int i = 0; i < count; i++) {
            Generator.yield((long) i * i);
        }
        return Generator.end();
    }
}
