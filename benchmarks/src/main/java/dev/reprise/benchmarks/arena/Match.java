package dev.reprise.benchmarks.arena;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs JMH for one peer and one workload at a time. What two workloads have in common runs once. */
final class Match {

    /** After this time a benchmark that hangs is interrupted. */
    private static final TimeValue TIMEOUT = TimeValue.minutes(2);

    private static final Pattern THROWN = Pattern.compile(
            "(?m)^(?:Exception in thread \"[^\"]*\" |Terminating due to )?((?:\\w+\\.)+\\w*(?:Error|Exception)\\b.*)$");

    private final Path logs;
    private final Map<Path, Measured> done = new HashMap<>();

    /** @param logs where JMH's output goes, a file for each run */
    Match(Path logs) {
        this.logs = logs;
    }

    /** There is no result: the message is the first line of what was thrown. */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1;

        Failed(String thrown) {
            super(thrown);
        }
    }

    Measured measure(Contest contest, String peer) throws IOException, RunnerException, Failed {
        if (contest.depths().isEmpty()) {
            return measure(contest, peer, Map.of());
        }
        Map<Integer, Measured> depths = new LinkedHashMap<>();
        for (int depth : contest.depths()) {
            depths.put(depth, measure(contest, peer, Map.of("depth", String.valueOf(depth))));
        }
        return depths.size() == 1 ? depths.values().iterator().next() : Measured.ofDepths(depths);
    }

    private Measured measure(Contest contest, String peer, Map<String, String> parameters)
            throws IOException, RunnerException, Failed {
        String name = contest.benchmark.getSimpleName() + " " + peer + " " + String.join(" ", parameters.values());
        Path log = logs.resolve(name.strip().replaceAll("\\W+", "-") + ".log");
        Measured before = done.get(log);
        if (before != null) {
            return before;
        }
        Files.deleteIfExists(log);
        ChainedOptionsBuilder options = contest.pace()
                .set(new OptionsBuilder())
                .include(Pattern.quote(contest.benchmark.getName()) + "\\.")
                .param("peer", peer)
                .addProfiler(ProcessCpu.class)
                .addProfiler(GCProfiler.class)
                .timeout(TIMEOUT)
                .output(log.toString());
        parameters.forEach(options::param);
        Collection<RunResult> results = new Runner(options.build()).run();
        if (results.isEmpty()) {
            throw new Failed(thrownIn(log));
        }
        Measured measured = Measured.of(results.iterator().next());
        done.put(log, measured);
        return measured;
    }

    private static String thrownIn(Path log) throws IOException {
        return THROWN.matcher(Files.readString(log))
                .results()
                .map(line -> line.group(1))
                .findFirst()
                .orElse("see " + log.getFileName());
    }
}
