package dev.reprise.it.fuzz;

/**
 * Decides what becomes of each suspension of a run, by its number: the same decisions for both forms of a program.
 *
 * @param seed of all decisions
 * @param suspending when awaited values are there at once, and when not
 * @param failures how many percent of the awaited values are failures
 * @param closeAt for a generator: after how many values the consumer closes it; -1 for never
 * @param cancelAt number of the suspension at which the coroutine is cancelled; -1 for none
 */
record Schedule(long seed, Suspending suspending, int failures, int closeAt, int cancelAt) {

    enum Suspending {
        NEVER,
        ALWAYS,
        SOMETIMES
    }

    boolean suspends(int index) {
        if (cancels(index)) {
            return true;
        }
        return switch (suspending) {
            case NEVER -> false;
            case ALWAYS -> true;
            case SOMETIMES -> (hash(index, 1) & 1) == 0;
        };
    }

    boolean fails(int index) {
        return Long.remainderUnsigned(hash(index, 2), 100) < failures;
    }

    /** Whether the coroutine is cancelled while it waits there. */
    boolean cancels(int index) {
        return index == cancelAt;
    }

    /** A number for the suspension, for whatever else has to be decided. */
    int value(int index) {
        return (int) hash(index, 3);
    }

    private long hash(int index, int question) {
        long mixed = (seed * 31 + index) * 0x9E3779B97F4A7C15L + question * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ mixed >>> 31) * 0xBF58476D1CE4E5B9L;
        return mixed ^ mixed >>> 29;
    }
}
