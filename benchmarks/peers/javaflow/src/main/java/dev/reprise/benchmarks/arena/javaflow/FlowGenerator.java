package dev.reprise.benchmarks.arena.javaflow;

import java.util.Iterator;
import java.util.NoSuchElementException;

/** An iterator over the values that a body suspends with. */
final class FlowGenerator implements Iterator<Integer> {

    private final Flow flow;
    private Integer item;

    FlowGenerator(Flow.Body body) {
        flow = Flow.of(body);
    }

    @Override
    public boolean hasNext() {
        if (item == null && !flow.isDone()) {
            flow.run();
            item = flow.isDone() ? null : (Integer) flow.value();
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
