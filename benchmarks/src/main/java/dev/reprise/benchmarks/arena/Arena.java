package dev.reprise.benchmarks.arena;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/** Has the peers compete and prints the tables. {@code benchmarks/arena.sh} builds what this needs and runs it. */
public final class Arena {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Path LOAD = Path.of("/proc/loadavg");

    private final Choice choice;
    private final Match match;

    private Arena(Choice choice, Match match) {
        this.choice = choice;
        this.match = match;
    }

    /** @param args a directory for JMH's output; then workloads and peers, all if none is named */
    public static void main(String[] args) throws IOException, RunnerException {
        Path logs = Files.createDirectories(Path.of(args[0]));
        Choice choice = new Choice(Arrays.copyOfRange(args, 1, args.length));
        new Arena(choice, new Match(logs)).run();
    }

    private void run() throws IOException, RunnerException {
        System.out.println(surroundings());
        List<Table> tables = new ArrayList<>();
        for (Contest contest : choice.contests()) {
            try {
                Table table = compete(contest);
                System.out.print(table.markdown());
                tables.add(table);
            } catch (Match.Failed e) {
                System.out.println("\n" + contest.label + ": the limit failed: `" + e.getMessage() + "`");
            }
        }
        String aims = tables.stream().map(Table::aims).collect(Collectors.joining());
        if (!aims.isEmpty()) {
            System.out.print(
                    "\n| | aim | Reprise | | best of the others |\n| --- | ---: | ---: | --- | --- |\n" + aims);
        }
        System.out.println("\nLoad at the end: " + load() + ".");
    }

    private Table compete(Contest contest) throws IOException, RunnerException, Match.Failed {
        System.err.println(contest.label + ", " + Peer.LIMIT);
        Table table = new Table(contest, match.measure(contest, Peer.LIMIT));
        for (String peer : choice.peers(contest)) {
            System.err.println(contest.label + ", " + peer);
            try {
                table.add(peer, match.measure(contest, peer));
            } catch (Match.Failed e) {
                table.addFailure(peer, e.getMessage());
            }
        }
        return table;
    }

    private static String surroundings() throws IOException {
        return "JDK %s (%s), %d CPUs%s, load %s at the beginning.%nPeers: %s."
                .formatted(
                        Runtime.version(),
                        System.getProperty("java.vendor"),
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        load(),
                        peerVersions());
    }

    private static String processor() throws IOException {
        if (!Files.isReadable(CPU_INFO)) {
            return "";
        }
        return Files.readAllLines(CPU_INFO).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> ", " + line.substring(line.indexOf(':') + 1).strip())
                .orElse("");
    }

    private static String load() throws IOException {
        if (!Files.isReadable(LOAD)) {
            return "unknown";
        }
        String[] averages = Files.readString(LOAD).split(" ");
        return String.join(" ", averages[0], averages[1], averages[2]);
    }

    /** The libraries of the peers, each with its version in the name of its jar. */
    private static String peerVersions() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar"))
                .map(entry -> new File(entry).getName().replaceFirst("\\.jar$", ""))
                .filter(name -> !name.equals("benchmarks"))
                .sorted()
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
