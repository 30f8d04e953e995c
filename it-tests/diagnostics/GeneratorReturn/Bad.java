import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;
import java.util.List;

class Bad {
    @Coroutine
    Iterator<String> withHeader(List<String> lines) {
        Generator.yield("header");
        return lines.iterator(); // error: [GeneratorReturn] withHeader(List<String>) is a generator: its elements come from Generator.yield(...), not from what it returns.
    }
}
