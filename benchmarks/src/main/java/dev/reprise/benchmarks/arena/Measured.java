package dev.reprise.benchmarks.arena;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.RunResult;

/** What one peer needed for one workload: figures by their labels. */
record Measured(Map<String, Sample> figures) {

    /** The label of the time that an operation takes, in nanoseconds. */
    static final String WALL = "wall";

    /** The label of the bytes that an operation allocates. */
    static final String BYTES = "gc.alloc.rate.norm";

    static Measured of(RunResult run) {
        Map<String, List<Double>> values = new HashMap<>();
        for (BenchmarkResult fork : run.getBenchmarkResults()) {
            for (IterationResult iteration : fork.getIterationResults()) {
                add(values, WALL, iteration.getPrimaryResult().getScore());
                iteration.getSecondaryResults().forEach((label, result) -> add(values, label, result.getScore()));
            }
        }
        Map<String, Sample> figures = new HashMap<>();
        values.forEach((label, all) -> figures.put(label, Sample.of(all)));
        return new Measured(figures);
    }

    private static void add(Map<String, List<Double>> values, String label, double score) {
        values.computeIfAbsent(label, unused -> new ArrayList<>()).add(score);
    }

    /** What a figure that was measured at a depth is called where there are several. */
    static String atDepth(String label, int depth) {
        return label + "@" + depth;
    }

    /** One for all depths, with the figures of each. */
    static Measured ofDepths(Map<Integer, Measured> depths) {
        Map<String, Sample> figures = new HashMap<>();
        depths.forEach((depth, measured) ->
                measured.figures.forEach((label, sample) -> figures.put(atDepth(label, depth), sample)));
        return new Measured(figures);
    }

    Sample figure(String label) {
        Sample figure = figures.get(label);
        if (figure == null) {
            throw new IllegalArgumentException(label + " was not measured, but " + figures.keySet());
        }
        return figure;
    }
}
