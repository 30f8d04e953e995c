package dev.reprise.benchmarks.arena.continuation;

import dev.reprise.benchmarks.arena.Elements;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The elements that a fiber yields. */
final class FiberGenerator extends Elements {

    private final Fiber fiber;
    private @Nullable Integer yielded;

    FiberGenerator(Consumer<FiberGenerator> body) {
        fiber = new Fiber(() -> body.accept(this));
    }

    /** Called by the body. */
    void yield(Integer element) {
        yielded = element;
        Fiber.pause();
    }

    @Override
    protected @Nullable Integer advance() {
        yielded = null;
        if (!fiber.isDone()) {
            fiber.run();
        }
        return yielded;
    }
}
