package dev.reprise.benchmarks.arena.offbynull;

import dev.reprise.benchmarks.arena.Elements;

/** The values that a body sets before it suspends. */
final class RunnerGenerator extends Elements {

    private final Runner runner;

    RunnerGenerator(Runner.Body body) {
        runner = Runner.of(body);
    }

    @Override
    protected Integer advance() {
        if (!runner.isDone()) {
            runner.run();
        }
        return runner.isDone() ? null : (Integer) runner.value();
    }
}
