package dev.reprise.frame;

import org.jspecify.annotations.Nullable;

/**
 * What a suspended chain of frames waits for.
 *
 * <p>A driver calls {@link #subscribe} once, after every frame of the chain has been saved; then, when it has been woken,
 * {@link #outcome} or {@link #discard} once, or again after an outcome of {@link #NOT_YET}. Unless an implementation says otherwise all
 * methods are called on the thread of the driver.
 */
public interface Suspension {

    /** What {@link #outcome} gives if the wake-up has promised too much: the driver subscribes again. */
    Object NOT_YET = new Object();

    /**
     * Asks for {@link Driver#wake()} when the outcome is there. The call may come at once, before this method returns,
     * and from any thread that the implementation names.
     */
    void subscribe(Driver driver);

    /**
     * The outcome, after the wake-up.
     *
     * @return the value the await gives, or {@link #NOT_YET}
     * @throws Throwable the failure the await raises
     */
    @Nullable Object outcome() throws Throwable;

    /**
     * Passes a request to stop on to whatever is waited for. If it is taken, the driver is woken in due course and the
     * outcome is whatever that operation made of the request.
     *
     * @param reason text for the {@link dev.reprise.Cancelled}, or null
     * @return false if the outcome is there already or cannot be influenced; the wake-up still comes, and only then is the
     *     driver's chain resumed
     */
    boolean cancel(@Nullable String reason);

    /**
     * Whether it is known that the outcome comes from outside of the loop, of which its clock knows nothing: of another
     * thread or another loop. In virtual time, too, it is waited for as long as it takes.
     */
    default boolean isForeign() {
        return false;
    }

    /**
     * The outcome is there and nobody will ask for it: a cancellation came after the wake-up. Whoever made a resource for
     * the awaiting coroutine gives it back here.
     */
    default void discard() {}
}
