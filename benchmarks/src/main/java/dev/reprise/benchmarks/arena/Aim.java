package dev.reprise.benchmarks.arena;

/** What is to be reached: at most {@code most} in {@code column} by {@code peer}. */
record Aim(String peer, Column column, double most) {

    /** What is worth less than this is noise of the measurement of memory. */
    private static final double TOLERANCE = 0.5;

    static Aim of(Column column, double most) {
        return new Aim("Reprise", column, most);
    }

    static Aim ofVirtual(Column column, double most) {
        return new Aim("Reprise, virtual callee", column, most);
    }

    boolean isMetBy(double value) {
        return value <= most || most == 0 && value < TOLERANCE;
    }
}
