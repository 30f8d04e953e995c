package dev.reprise.benchmarks.arena.javaflow;

import dev.reprise.benchmarks.arena.Elements;

/** The values that a body suspends with. */
final class FlowGenerator extends Elements {

    private final Flow flow;

    FlowGenerator(Flow.Body body) {
        flow = Flow.of(body);
    }

    @Override
    protected Integer advance() {
        if (!flow.isDone()) {
            flow.run();
        }
        return flow.isDone() ? null : (Integer) flow.value();
    }
}
