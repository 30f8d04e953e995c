import dev.reprise.Coroutine;
import dev.reprise.Generator;

class Bad {
    @Coroutine
    Iterable<Long> squares(int count) {
        for (int i = 0; i < count; i++) {
            Generator.yield(i * i); // error: [YieldType] A value of type int is yielded, but squares(int) gives out Long.
        }
        return Generator.end();
    }
}
