package dev.reprise.benchmarks.arena.javaflow;

import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** What goes on with its body each time it is run, until the body suspends. */
final class Flow implements Runnable {

    private Continuation rest;

    private Flow(Body body) {
        rest = Continuation.startSuspendedWith(body, true);
    }

    static Flow of(Body body) {
        Flow flow = new Flow(body);
        body.me = flow;
        return flow;
    }

    @Override
    public void run() {
        rest = rest.resume();
    }

    boolean isDone() {
        return rest == null;
    }

    /** What the body suspended with. */
    Object value() {
        return rest.value();
    }

    /** Lambdas would need an agent, so the bodies are classes. */
    abstract static class Body implements Runnable {

        Flow me;

        @Override
        public abstract @continuable void run();
    }
}
