package dev.reprise.it.fuzz;

import java.util.List;
import java.util.Map;

/** Long runs: {@code FuzzMain <first seed> <last seed> [shrink]}. */
public final class FuzzMain {

    private static final int STEP = 500;

    private FuzzMain() {}

    public static void main(String[] args) {
        long first = Long.parseLong(args[0]);
        long last = Long.parseLong(args[1]);
        Fuzzer fuzzer = new Fuzzer();
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
        }
        fuzzer.rejections.values().stream().limit(10).forEach(System.out::println);
        for (Map.Entry<String, List<Fuzzer.Found>> kind : fuzzer.failures.entrySet()) {
            Fuzzer.Found found = kind.getValue().get(0);
            System.out.println("==== " + kind.getKey() + ": " + kind.getValue().size() + " programs, first seed "
                    + found.program().seed());
            if (args.length > 2) {
                found = new Shrinker(fuzzer, found).shrink();
                System.out.println(found.program().source(true));
            }
            System.out.println(found.failure().detail());
        }
        fuzzer.close();
        if (!fuzzer.failures.isEmpty()) {
            System.exit(1);
        }
    }
}
