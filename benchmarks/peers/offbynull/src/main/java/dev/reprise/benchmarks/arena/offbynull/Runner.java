package dev.reprise.benchmarks.arena.offbynull;

import com.offbynull.coroutines.user.Coroutine;
import com.offbynull.coroutines.user.CoroutineRunner;

/** What goes on with its body each time it is run, until the body suspends. */
final class Runner implements Runnable {

    private final CoroutineRunner runner;
    private boolean done;

    private Runner(Body body) {
        runner = new CoroutineRunner(body);
    }

    static Runner of(Body body) {
        Runner runner = new Runner(body);
        body.me = runner;
        return runner;
    }

    @Override
    public void run() {
        done = !runner.execute();
    }

    boolean isDone() {
        return done;
    }

    /** What the body set before it suspended. */
    Object value() {
        return runner.getContext();
    }

    /** Lambdas cannot suspend, so the bodies are classes. */
    abstract static class Body implements Coroutine {

        Runner me;
    }
}
