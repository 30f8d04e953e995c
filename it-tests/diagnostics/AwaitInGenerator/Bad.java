import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.Generator;

class Bad {
    @Coroutine
    Iterable<Character> letters(Async<String> page) {
        for (char letter : await(page).toCharArray()) { // error: [AwaitInGenerator] await(...) cannot suspend here: letters(Async<String>) returns Iterable<Character>
            Generator.yield(letter);
        }
        return Generator.end();
    }
}
