package dev.reprise.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * The order in which things happened, for tests of what runs when. Either the steps are numbered and say so themselves:
 *
 * <pre>{@code
 * trail.expect(1);
 * Task<Void> child = loop.createTask(child());    // has trail.expect(3) in it
 * trail.expect(2);
 * await(child);
 * trail.expect(4);
 * }</pre>
 *
 * <p>or they leave marks that are compared at the end. For one thread.
 */
public final class Trail {

    private final List<String> steps = new ArrayList<>();

    /** A trail without steps. */
    public Trail() {}

    /**
     * Takes a step and makes sure that it is the one of that number, the first being 1.
     *
     * @throws AssertionError if it is another one
     */
    public void expect(int number) {
        mark(Integer.toString(number));
        if (steps.size() != number) {
            throw new AssertionError("step " + number + " came as step " + steps.size() + " of " + steps);
        }
    }

    /** Takes a step of that name. */
    public void mark(String name) {
        steps.add(name);
    }

    /**
     * Makes sure that so many steps were taken.
     *
     * @throws AssertionError if it were more or fewer
     */
    public void end(int count) {
        if (steps.size() != count) {
            throw new AssertionError(count + " steps were expected, and " + steps.size() + " were taken: " + steps);
        }
    }

    /** What was marked so far, in order. */
    public List<String> steps() {
        return List.copyOf(steps);
    }

    @Override
    public String toString() {
        return steps.toString();
    }
}
