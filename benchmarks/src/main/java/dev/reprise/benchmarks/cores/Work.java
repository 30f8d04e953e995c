package dev.reprise.benchmarks.cores;

/** Computation that takes a while: so many steps, each of which needs the one before it. */
record Work(int steps) {

    private static final long ODD = 0x9E3779B97F4A7C15L;

    long compute(long from) {
        long value = from;
        for (int i = 0; i < steps; i++) {
            value = (value ^ (value >>> 32)) * ODD;
        }
        return value;
    }
}
