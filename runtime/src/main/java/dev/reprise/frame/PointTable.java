package dev.reprise.frame;

import dev.reprise.CoroutineState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The suspension points of one coroutine method: where in the source each one is, what it waits for, and what the frame
 * keeps meanwhile.
 *
 * <p>The compiler writes its text form into the frame class:
 *
 * <pre>
 * class|method|file|firstLine|line,line,…
 * field type name|field type name|…
 * variables
 * operation|variables
 * …
 * </pre>
 *
 * First the binary name of the class, the name of the method, the source file (empty if unknown), the line of the method's
 * first statement, and the line of each point in the order of its label; unknown lines are -1. Then every variable that
 * outlives a point: its field, a number for {@link Frame#variable} or -1 if the variable is null there, its type as a
 * descriptor, its name. Then the variables of a body that has not been started, and one line for each point:
 * the operation and the variables. Variables are named by their places in the second line, {@code 0-3,7}. All but the first
 * line may be left out.
 */
public final class PointTable {

    /** The tables of the coroutines that were looked at: one for each class whose frames are all of one method. */
    private static final ClassValue<PointTable[]> PARSED = new ClassValue<>() {
        @Override
        protected PointTable[] computeValue(Class<?> type) {
            return new PointTable[1];
        }
    };

    private final String text;
    private final String declaringClass;
    private final String methodName;
    private final @Nullable String file;
    private final int firstLine;
    private final int[] lines;
    private final Variable[] variables;
    private final int[][] kept;
    private final String[] keys;

    /**
     * A variable that outlives a suspension.
     *
     * @param field where the frame keeps it, -1 if it is null
     * @param type descriptor of its type
     * @param name its name in the source
     */
    private record Variable(int field, String type, String name) {}

    private PointTable(String text) {
        this.text = text;
        String[] rows = text.split("\n", -1);
        String[] head = rows[0].split("\\|", -1);
        declaringClass = head[0];
        methodName = head[1];
        file = head[2].isEmpty() ? null : head[2];
        firstLine = Integer.parseInt(head[3]);
        lines = head[4].isEmpty()
                ? new int[0]
                : Arrays.stream(head[4].split(",")).mapToInt(Integer::parseInt).toArray();
        variables = rows.length < 2 || rows[1].isEmpty()
                ? new Variable[0]
                : Arrays.stream(rows[1].split("\\|")).map(PointTable::variable).toArray(Variable[]::new);
        kept = new int[lines.length + 1][];
        keys = new String[lines.length + 1];
        Map<String, Integer> occurrences = new HashMap<>();
        for (int label = 0; label < kept.length; label++) {
            String row = label + 2 < rows.length ? rows[label + 2] : "|";
            int bar = row.indexOf('|');
            kept[label] = numbers(row.substring(bar + 1));
            String operation = row.substring(0, Math.max(bar, 0));
            keys[label] = operation + " #" + occurrences.merge(operation, 1, Integer::sum);
        }
    }

    private static Variable variable(String cell) {
        String[] parts = cell.split(" ", 3);
        return new Variable(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }

    private static int[] numbers(String ranges) {
        List<Integer> numbers = new ArrayList<>();
        for (String range : ranges.isEmpty() ? new String[0] : ranges.split(",")) {
            int dash = range.indexOf('-');
            int from = Integer.parseInt(dash < 0 ? range : range.substring(0, dash));
            int to = dash < 0 ? from : Integer.parseInt(range.substring(dash + 1));
            for (int number = from; number <= to; number++) {
                numbers.add(number);
            }
        }
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The table of a frame's method. */
    public static PointTable of(Frame<?> frame) {
        return of(frame.getClass(), frame.points());
    }

    static PointTable of(GeneratorFrame<?, ?, ?> frame) {
        return of(frame.getClass(), frame.points());
    }

    private static PointTable of(Class<?> frame, String text) {
        PointTable[] cell = PARSED.get(frame);
        PointTable table = cell[0];
        if (table == null || !table.text.equals(text)) {
            table = new PointTable(text);
            cell[0] = table;
        }
        return table;
    }

    /** Reads the text form. */
    public static PointTable parse(String text) {
        return new PointTable(text);
    }

    /** The method as {@code Class.method}. */
    public String method() {
        return declaringClass + "." + methodName;
    }

    /** The source line of a suspension point; for a label that is none, the first line of the method. */
    public StackTraceElement position(int label) {
        int line = label > 0 && label <= lines.length ? lines[label - 1] : firstLine;
        return new StackTraceElement(declaringClass, methodName, file, line);
    }

    /**
     * What a suspension point waits for, and its occurrence in the method: {@code await Basket.price #2}. The key stays
     * the same when points of other operations come and go.
     *
     * @throws IndexOutOfBoundsException if the label is none of a point
     */
    public String key(int label) {
        if (label < 1) {
            throw new IndexOutOfBoundsException("label " + label + " is no suspension point of " + method());
        }
        return keys[label];
    }

    /** The line at which a body stands, -1 if it is running or has ended. */
    int line(int label) {
        return label < Frame.CREATED ? -1 : position(label).getLineNumber();
    }

    /** The variables of a body that stands at a label, read from the fields of its frame; none while it runs. */
    Map<String, @Nullable Object> locals(int label, IntFunction<@Nullable Object> frame) {
        if (label < Frame.CREATED || label >= kept.length) {
            return Map.of();
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int number : kept[label]) {
            Variable variable = variables[number];
            values.put(variable.name, variable.field < 0 ? null : frame.apply(variable.field));
        }
        return Collections.unmodifiableMap(values);
    }

    static CoroutineState state(int label) {
        return switch (label) {
            case Frame.CREATED -> CoroutineState.CREATED;
            case Frame.RUNNING -> CoroutineState.RUNNING;
            case Frame.FINISHED -> CoroutineState.CLOSED;
            default -> CoroutineState.SUSPENDED;
        };
    }
}
