package dev.reprise.loop;

/**
 * What a turn has to do beside the steps that are ready: one look tells that it is nothing, which is so in most turns of a
 * program that computes. Owned by the loop's thread.
 */
final class Duties {

    /** There are timers. */
    static final int TIMERS = 1;

    /** There may be channels. */
    static final int CHANNELS = 2;

    /** The steps are to be shuffled. */
    static final int SHUFFLE = 4;

    /** The turn is to be the last one. */
    static final int STOP = 8;

    /** Somebody wants to know when a turn has ended. */
    static final int END_OF_TURN = 16;

    private int open;

    void add(int duty) {
        open |= duty;
    }

    void remove(int duty) {
        open &= ~duty;
    }

    boolean has(int duty) {
        return (open & duty) != 0;
    }

    boolean isAny() {
        return open != 0;
    }
}
