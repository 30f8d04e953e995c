import dev.reprise.Async;
import java.util.List;
import java.util.stream.Stream;

class Bad {
    Stream<String> all(List<Async<String>> pages) {
        return pages.stream().map(Async::await); // error: [AwaitAsMethodReference] Async::await cannot be passed around
    }
}
