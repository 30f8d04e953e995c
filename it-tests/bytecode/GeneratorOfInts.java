import static dev.reprise.Generator.end;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;

/** A generator that counts. */
class GeneratorOfInts {

    @Coroutine
    static Iterator<Integer> upTo(int limit) {
        for (int i = 0; i < limit; i++) {
            Generator.yield(i);
        }
        return end();
    }
}
