package dev.reprise.it.fuzz;

import dev.reprise.it.fuzz.Fuzzer.Found;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Long runs: {@code FuzzMain <first seed> <last seed> [shrink]}. */
public final class FuzzMain {

    private static final int STEP = 900;

    private FuzzMain() {}

    public static void main(String[] args) {
        long first = Long.parseLong(args[0]);
        long last = Long.parseLong(args[1]);
        boolean shrink = args.length > 2;
        Fuzzer fuzzer = new Fuzzer();
        Set<String> reported = new HashSet<>();
        long started = Fuzzer.cpuTime();
        for (long from = first; from < last; from += STEP) {
            fuzzer.run(from, Math.min(last, from + STEP));
            double seconds = (Fuzzer.cpuTime() - started) / 1e9;
            System.out.printf(
                    "%d programs (%d rejected by javac), %d runs, %d suspensions, %d kinds of failure,"
                            + " %.1f programs per CPU second, %.0f%% of it javac%n",
                    fuzzer.programs,
                    fuzzer.rejected,
                    fuzzer.runs,
                    fuzzer.suspensions,
                    fuzzer.failures.size(),
                    fuzzer.programs / seconds,
                    fuzzer.compiling / seconds / 1e7);
            fuzzer.failures.forEach((kind, found) -> {
                if (reported.add(kind)) {
                    report(shrink ? new Shrinker(fuzzer, found.get(0)).shrink() : found.get(0));
                }
            });
        }
        for (Feature feature : Feature.values()) {
            System.out.println(fuzzer.features.getOrDefault(feature, 0) + " programs: " + feature);
        }
        fuzzer.rejections.values().stream().limit(60).forEach(System.out::println);
        fuzzer.failures.forEach((kind, found) -> System.out.println(found.size() + " programs: " + kind + ", seeds "
                + found.stream().limit(10).map(one -> one.program().name()).collect(Collectors.joining(" "))));
        fuzzer.close();
        if (!fuzzer.failures.isEmpty()) {
            System.exit(1);
        }
    }

    private static void report(Found found) {
        System.out.println("==== seed " + found.program().seed() + ", javac " + found.options() + ": "
                + found.failure().kind());
        System.out.println(found.program().source(true));
        System.out.println(found.failure().detail());
    }
}
