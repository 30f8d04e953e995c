package dev.reprise.it;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What CPython printed. A Java program prints the same if the lines are equal after these changes to both:
 *
 * <ul>
 *   <li>threads in parentheses, {@code (<_MainThread(MainThread, started 7)>)} and {@code (Thread[main,5,main])}, are
 *       numbered in the order in which they first appear: what counts is which lines name the same one
 *   <li>the elements of a line that is a set, {@code {3, 1, 2}}, are sorted
 *   <li>a line that is a decimal number, {@code 2.0029}, which is how long something took, is rounded to tenths
 * </ul>
 *
 * <p>and, if the program says {@code // interleaved after 3: one two}, the first three lines are equal, as are those of
 * the lines after them that contain "one" and those that contain "two", but one and two need not take the same turns.
 *
 * <p>If the program says {@code // numbers grow}, lines that are a number are equal if the smallest stands where the
 * smallest stood, and so on: 0, 8, 20 and 31, 33, 37.
 *
 * <p>If the program says {@code // ignored: worker\d}, what the expression matches is not compared.
 */
record RecordedOutput(List<String> lines) {

    private static final Pattern THREAD = Pattern.compile("\\((?:<_?\\w*Thread\\(.*?\\)>|Thread\\[[^\\]]*\\])\\)");
    private static final Pattern SET = Pattern.compile("\\{(.*)\\}");
    private static final Pattern DECIMAL = Pattern.compile("\\d+\\.\\d+");
    private static final Pattern INTERLEAVED = Pattern.compile("(?m)^// interleaved after (\\d+): (.*)$");

    private static final Pattern IGNORED = Pattern.compile("(?m)^// ignored: (.*)$");

    private static final Pattern NUMBERS_GROW = Pattern.compile("(?m)^// numbers grow$");

    RecordedOutput {
        lines = normalised(lines);
    }

    /**
     * How the output of a program differs from the recorded one.
     *
     * @return empty if it is the same
     */
    List<String> differences(Program program, List<String> printed) {
        if (NUMBERS_GROW.matcher(program.source()).find()) {
            return Differences.between(ranked(lines), ranked(normalised(printed)));
        }
        Matcher ignored = IGNORED.matcher(program.source());
        if (ignored.find()) {
            Pattern mask = Pattern.compile(ignored.group(1));
            return Differences.between(masked(lines, mask), masked(normalised(printed), mask));
        }
        Matcher interleaved = INTERLEAVED.matcher(program.source());
        if (!interleaved.find()) {
            return Differences.between(lines, normalised(printed));
        }
        int ordered = Integer.parseInt(interleaved.group(1));
        List<String> words = List.of(interleaved.group(2).split(" "));
        return Differences.between(apart(lines, ordered, words), apart(normalised(printed), ordered, words));
    }

    private static List<String> masked(List<String> lines, Pattern mask) {
        return lines.stream().map(line -> mask.matcher(line).replaceAll("…")).toList();
    }

    /** The lines with each number replaced by how many smaller ones there are. */
    private static List<String> ranked(List<String> lines) {
        List<Integer> numbers = lines.stream()
                .filter(RecordedOutput::isNumber)
                .map(Integer::valueOf)
                .distinct()
                .sorted()
                .toList();
        return lines.stream()
                .map(line -> isNumber(line) ? "number " + numbers.indexOf(Integer.valueOf(line)) : line)
                .toList();
    }

    private static boolean isNumber(String line) {
        return line.matches("-?\\d+");
    }

    /** The lines with those after the ordered ones sorted by the word they contain. */
    private static List<String> apart(List<String> lines, int ordered, List<String> words) {
        Stream<String> rest = lines.stream()
                .skip(ordered)
                .sorted((one, other) -> Integer.compare(wordIn(one, words), wordIn(other, words)));
        return Stream.concat(lines.stream().limit(ordered), rest).toList();
    }

    private static int wordIn(String line, List<String> words) {
        int word = 0;
        while (word < words.size() && !line.contains(words.get(word))) {
            word++;
        }
        return word;
    }

    private static List<String> normalised(List<String> lines) {
        Map<String, Integer> threads = new HashMap<>();
        return lines.stream()
                .map(line -> THREAD.matcher(line).replaceAll(thread -> numbered(thread, threads)))
                .map(RecordedOutput::sorted)
                .map(RecordedOutput::rounded)
                .toList();
    }

    private static String numbered(MatchResult thread, Map<String, Integer> threads) {
        return "(thread " + threads.computeIfAbsent(thread.group(), ignored -> threads.size() + 1) + ")";
    }

    private static String sorted(String line) {
        Matcher set = SET.matcher(line);
        return set.matches()
                ? Arrays.stream(set.group(1).split(", ")).sorted().collect(Collectors.joining(", ", "{", "}"))
                : line;
    }

    private static String rounded(String line) {
        return DECIMAL.matcher(line).matches()
                ? new BigDecimal(line).setScale(1, RoundingMode.HALF_UP).toString()
                : line;
    }
}
