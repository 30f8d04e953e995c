package dev.reprise.benchmarks.arena.offbynull;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator over the values that a body sets before it suspends. */
final class RunnerGenerator implements Iterator<Integer> {

    private final Runner runner;
    private Integer item;

    RunnerGenerator(Runner.Body body) {
        runner = Runner.of(body);
    }

    @Override
    public boolean hasNext() {
        if (item == null && !runner.isDone()) {
            runner.run();
            item = runner.isDone() ? null : (Integer) runner.value();
        }
        return item != null;
    }

    @Override
    public Integer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Integer next = item;
        item = null;
        return next;
    }
}
