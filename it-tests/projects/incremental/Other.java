import static dev.reprise.Async.await;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;

/** Compiled alone, against the woven class files of the first build. */
class Other {
    @Coroutine
    static Async<String> bracketed() {
        return Async.of("[" + await(Greetings.greet("other", 1)) + "]");
    }

    public static void main(String[] args) {
        System.out.println(EventLoop.run(bracketed()));
    }
}
