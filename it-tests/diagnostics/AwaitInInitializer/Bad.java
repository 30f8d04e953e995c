import static dev.reprise.Async.await;

import dev.reprise.Async;

class Bad {
    private final String settings;

    Bad(Async<String> source) {
        settings = await(source); // error: [AwaitInInitializer] await(...) cannot suspend here: the constructor of Bad has to be finished
    }
}
