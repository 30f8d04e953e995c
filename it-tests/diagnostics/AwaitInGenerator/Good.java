import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.Generator;

class Good {
    @Coroutine
    Iterable<Character> letters(String page) {
        for (char letter : page.toCharArray()) {
            Generator.yield(letter);
        }
        return Generator.end();
    }

    @Coroutine
    Async<Iterable<Character>> lettersOf(Async<String> page) {
        return Async.of(letters(await(page)));
    }
}
