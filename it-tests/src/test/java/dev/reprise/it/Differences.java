package dev.reprise.it;

import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, for a person to read. */
final class Differences {

    /** Lines around a change that stay the same and are shown. */
    private static final int CONTEXT = 2;

    private final List<String> before;
    private final List<String> after;
    private final int[][] common;
    private final List<String> all = new ArrayList<>();

    private Differences(List<String> before, List<String> after) {
        this.before = before;
        this.after = after;
        common = lengthsOfCommonSequences();
    }

    /**
     * Lines that are gone begin with a minus, those that came with a plus, and some that stay with a space.
     *
     * @return empty if the texts are equal
     */
    static List<String> between(List<String> before, List<String> after) {
        if (before.equals(after)) {
            return List.of();
        }
        Differences differences = new Differences(before, after);
        differences.align();
        return differences.shown();
    }

    /** At [i][j]: how many lines the rests from i and from j have in common, in the same order. */
    private int[][] lengthsOfCommonSequences() {
        int[][] lengths = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                lengths[i][j] = before.get(i).equals(after.get(j))
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    private void align() {
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                all.add("  " + before.get(i++));
                j++;
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1]) {
                all.add("- " + before.get(i++));
            } else {
                all.add("+ " + after.get(j++));
            }
        }
    }

    private List<String> shown() {
        List<String> shown = new ArrayList<>();
        boolean leftOut = false;
        for (int i = 0; i < all.size(); i++) {
            if (isNearAChange(i)) {
                shown.add(all.get(i));
                leftOut = false;
            } else if (!leftOut) {
                shown.add("  ...");
                leftOut = true;
            }
        }
        return shown;
    }

    private boolean isNearAChange(int line) {
        return all.subList(Math.max(0, line - CONTEXT), Math.min(all.size(), line + CONTEXT + 1)).stream()
                .anyMatch(near -> !near.startsWith(" "));
    }
}
