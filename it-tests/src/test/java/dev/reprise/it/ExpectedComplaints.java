package dev.reprise.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the comments of a source say that the compiler says: {@code // error: [Kind] text} or {@code // warning: …} on the
 * line it is about, with as much of the text as matters.
 */
final class ExpectedComplaints {

    private static final Pattern COMMENT = Pattern.compile("// (error|warning): (.*\\S)");

    private final List<String> expected = new ArrayList<>();

    private ExpectedComplaints() {}

    static ExpectedComplaints in(String source) {
        ExpectedComplaints complaints = new ExpectedComplaints();
        int number = 0;
        for (String line : source.lines().toList()) {
            number++;
            Matcher comment = COMMENT.matcher(line);
            if (comment.find()) {
                complaints.expected.add(number + " " + comment.group(1) + ": " + comment.group(2));
            }
        }
        return complaints;
    }

    boolean isEmpty() {
        return expected.isEmpty();
    }

    /** What of it was not said, and what was said beyond it; empty if the comments are right. */
    List<String> differences(Javac.Compilation compilation) {
        List<String> differences = new ArrayList<>();
        List<String> missing = new ArrayList<>(expected);
        compilation.complaints().forEach(complaint -> {
            String said = complaint.getLineNumber() + " "
                    + complaint.getKind().name().toLowerCase(Locale.ROOT).replace("mandatory_", "") + ": "
                    + complaint.getMessage(Locale.ROOT);
            if (!missing.removeIf(said::startsWith)) {
                differences.add("not expected: " + said);
            }
        });
        missing.forEach(line -> differences.add("not said: " + line));
        return differences;
    }
}
