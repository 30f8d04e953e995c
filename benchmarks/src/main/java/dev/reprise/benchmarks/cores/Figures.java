package dev.reprise.benchmarks.cores;

import java.util.Arrays;

/**
 * What a measurement gives.
 *
 * @param rate requests a second
 * @param cpu microseconds of CPU time a request, all threads of the process
 * @param median microseconds from a request to its answer
 * @param p99 the same that 99 % are within
 */
record Figures(double rate, double cpu, double median, double p99) {

    static Figures parse(String line) {
        double[] all =
                Arrays.stream(line.split(" ")).mapToDouble(Double::parseDouble).toArray();
        return new Figures(all[0], all[1], all[2], all[3]);
    }

    @Override
    public String toString() {
        return rate + " " + cpu + " " + median + " " + p99;
    }
}
