package dev.reprise.it;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines that a command has to print, all of them and in this order.
 *
 * @param lines a line {@code …} stands for any number of lines; within a line {@code …} stands for any text
 */
record ExpectedOutput(List<String> lines) {

    private static final String ANYTHING = "…";

    boolean matches(List<String> printed) {
        if (lines.isEmpty()) {
            return printed.isEmpty();
        }
        ExpectedOutput rest = new ExpectedOutput(lines.subList(1, lines.size()));
        if (lines.get(0).equals(ANYTHING)) {
            for (int i = 0; i <= printed.size(); i++) {
                if (rest.matches(printed.subList(i, printed.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !printed.isEmpty()
                && isLike(printed.get(0), lines.get(0))
                && rest.matches(printed.subList(1, printed.size()));
    }

    private static boolean isLike(String printed, String expected) {
        String[] parts = expected.split(ANYTHING, -1);
        return printed.matches(Arrays.stream(parts).map(Pattern::quote).collect(Collectors.joining(".*")));
    }
}
