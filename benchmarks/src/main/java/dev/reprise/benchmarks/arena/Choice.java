package dev.reprise.benchmarks.arena;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which workloads and which peers are wanted; those of the class path if none is named. */
final class Choice {

    private final Set<Contest> contests = EnumSet.noneOf(Contest.class);
    private final Set<String> peers = new LinkedHashSet<>();

    /** @param args names of workloads, or their first words, and names of peers */
    Choice(String... args) {
        Set<String> known = new LinkedHashSet<>();
        for (Contest contest : Contest.values()) {
            known.addAll(Entrants.peers(contest.work));
        }
        for (String arg : args) {
            boolean isContest = false;
            for (Contest contest : Contest.values()) {
                if (isCalled(contest, arg)) {
                    isContest = true;
                    contests.add(contest);
                }
            }
            if (!isContest && !known.contains(arg)) {
                throw new IllegalArgumentException(arg + " is no workload of " + labels() + " and no peer of " + known
                        + ", as far as they are on the class path and run on this JDK");
            }
            if (!isContest) {
                peers.add(arg);
            }
        }
    }

    private static List<String> labels() {
        return Stream.of(Contest.values()).map(contest -> contest.label).toList();
    }

    private static boolean isCalled(Contest contest, String name) {
        String wanted = name.toLowerCase(Locale.ROOT);
        String label = contest.label.toLowerCase(Locale.ROOT);
        return label.equals(wanted) || label.startsWith(wanted + " ");
    }

    Set<Contest> contests() {
        return contests.isEmpty() ? EnumSet.allOf(Contest.class) : contests;
    }

    /** Who takes part in a workload, the limit aside. */
    List<String> peers(Contest contest) {
        return Entrants.peers(contest.work).stream()
                .filter(peer -> !peer.equals(Peer.LIMIT))
                .filter(peer -> peers.isEmpty() || peers.contains(peer))
                .toList();
    }
}
