package dev.reprise.it;

import java.util.List;

/**
 * Lines that a command has to print, all of them and in this order.
 *
 * @param lines a line {@code …} stands for any number of lines
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
                && printed.get(0).equals(lines.get(0))
                && rest.matches(printed.subList(1, printed.size()));
    }
}
