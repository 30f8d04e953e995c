package dev.reprise.benchmarks.arena;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

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
                throw new IllegalArgumentException(arg + " is no workload of " + List.of(Contest.values())
                        + " and no peer of " + known + ", as far as they are on the class path and run on this JDK");
            }
            if (!isContest) {
                peers.add(arg);
            }
        }
    }

    private static boolean isCalled(Contest contest, String name) {
        String upper = name.toUpperCase(Locale.ROOT);
        return contest.name().equals(upper) || contest.name().startsWith(upper + "_");
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
