package dev.reprise.benchmarks.arena;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What a contest came to, as a table in Markdown. */
final class Table {

    private final Contest contest;
    private final Measured limit;
    private final Map<String, Measured> peers = new LinkedHashMap<>();
    private final Map<String, String> failures = new LinkedHashMap<>();

    Table(Contest contest, Measured limit) {
        this.contest = contest;
        this.limit = limit;
        peers.put(Peer.LIMIT, limit);
    }

    void add(String peer, Measured measured) {
        peers.put(peer, measured);
    }

    void addFailure(String peer, String thrown) {
        failures.put(peer, thrown);
    }

    String markdown() {
        StringBuilder text = new StringBuilder("\n" + contest.label + ": " + contest.title + ".\n\n");
        text.append(contest.columns().stream().map(Column::title).collect(Collectors.joining(" | ", "| | ", " |\n")));
        text.append("| --- |")
                .append(" ---: |".repeat(contest.columns().size()))
                .append('\n');
        peers.forEach((peer, measured) -> text.append(row(peer, measured)));
        failures.forEach((peer, thrown) -> text.append("\n" + peer + " failed: `" + thrown + "`\n"));
        return text.toString();
    }

    private String row(String peer, Measured measured) {
        return contest.columns().stream()
                .map(column -> column.cell().of(measured, limit))
                .collect(Collectors.joining(" | ", "| " + peer + " | ", " |\n"));
    }

    /** A row for each aim: what Reprise came to, and the best of the others. */
    String aims() {
        return contest.aims.stream().map(this::verdict).collect(Collectors.joining());
    }

    private String verdict(Aim aim) {
        Measured ours = peers.get(aim.peer());
        if (ours == null) {
            return "";
        }
        double value = aim.column().value().of(ours, limit);
        return String.format(
                "| %s, %s | %s | %s | %s | %s |\n",
                aim.peer().equals("Reprise") ? contest.label : contest.label + ", virtual callee",
                aim.column().title(),
                Sample.number(aim.most()),
                aim.column().cell().of(ours, limit),
                aim.isMetBy(value) ? "met" : "missed",
                bestOther(aim.column()));
    }

    private String bestOther(Column column) {
        return peers.entrySet().stream()
                .filter(peer ->
                        !peer.getKey().equals(Peer.LIMIT) && !peer.getKey().startsWith("Reprise"))
                .map(peer -> Map.entry(peer.getKey(), column.value().of(peer.getValue(), limit)))
                .min(Map.Entry.comparingByValue())
                .map(best -> best.getKey() + " " + Sample.number(best.getValue()))
                .orElse("");
    }
}
