package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * Takes what a library keeps in {@link ThreadLocal}s along with coroutines: the diagnostic context of a logger, the span of a
 * tracer. For values of your own there is {@link ContextVar}, which needs no carrier.
 *
 * <p>What the thread-locals hold is captured where a task is made, and holds in every step of the task; what the coroutine
 * changes, it finds again after each suspension. Between the steps the thread has what it had before, so that nothing reaches other
 * tasks. It is the same for coroutines that return a future, for callbacks of a loop, and for the work of {@link Async#toThread},
 * the changes of which end with it.
 *
 * <p>Carriers are found by {@link java.util.ServiceLoader}, once, with the class loader of this interface: name the class in
 * {@code META-INF/services/dev.reprise.Carrier}, or in a {@code provides} clause of its module. The methods are called before and
 * after every step, on any thread, so they should be quick. What they throw is logged, and the coroutine goes on without.
 */
public interface Carrier {

    /**
     * What the thread-locals of the calling thread hold. Later changes on the thread must not show in it.
     *
     * @return null for nothing
     */
    @Nullable Object capture();

    /**
     * Makes the thread-locals of the calling thread hold what {@code captured} says, and nothing else.
     *
     * @param captured what {@link #capture()} gave on this thread or another; null for nothing
     */
    void restore(@Nullable Object captured);
}
