package dev.reprise.benchmarks.cores;

import java.util.Locale;

/** A way to run sessions and handlers; its name in lower case is what the command line and the table call it. */
enum Way {
    /** One loop. */
    ONE(1),
    /** Two loops, each request on that of its session. */
    HOME(2),
    /** Two loops, each request where the group places it. */
    PLACED(2),
    /** Two loops, each request on the one that is not its session's. */
    ACROSS(2),
    /** Virtual threads with one carrier. */
    THREADS_1(1),
    /** Virtual threads with two carriers. */
    THREADS_2(2);

    private final int cores;

    Way(int cores) {
        this.cores = cores;
    }

    static Way of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** How many processors it may use. */
    int cores() {
        return cores;
    }

    /** In a JVM whose virtual threads have as many carriers as this has {@link #cores()}. */
    Cores open(Work work) {
        return switch (this) {
            case ONE, HOME -> new LoopCores(cores, LoopCores.Place.HOME, work);
            case PLACED -> new LoopCores(cores, LoopCores.Place.PLACED, work);
            case ACROSS -> new LoopCores(cores, LoopCores.Place.ACROSS, work);
            case THREADS_1, THREADS_2 -> ThreadCores.open(work);
        };
    }
}
