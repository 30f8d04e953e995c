package dev.reprise.benchmarks.arena.continuation;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An iterator over what a fiber yields. */
final class FiberGenerator implements Iterator<Integer> {

    private final Fiber fiber;
    private @Nullable Integer item;

    FiberGenerator(Consumer<FiberGenerator> body) {
        fiber = new Fiber(() -> body.accept(this));
    }

    /** Called by the body. */
    void yield(Integer element) {
        item = element;
        Fiber.pause();
    }

    @Override
    public boolean hasNext() {
        if (item == null && !fiber.isDone()) {
            fiber.run();
        }
        return item != null;
    }

    @Override
    public Integer next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Integer element = item;
        item = null;
        return element;
    }
}
