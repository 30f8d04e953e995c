import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;
import java.util.List;

class Good {
    @Coroutine
    Iterator<String> withHeader(List<String> lines) {
        Generator.yield("header");
        for (String line : lines) {
            Generator.yield(line);
        }
        return Generator.end();
    }
}
