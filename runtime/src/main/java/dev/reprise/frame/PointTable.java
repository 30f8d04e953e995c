package dev.reprise.frame;

import org.jspecify.annotations.Nullable;

/**
 * The suspension points of one coroutine method: where in the source each one is.
 *
 * <p>Its text form, which the compiler writes into the frame class, is {@code class|method|file|firstLine|line,line,…}:
 * binary name of the class, name of the method, source file (empty if unknown), line of the method's first statement, and
 * the line of each point in the order of its label. Unknown lines are -1.
 */
public final class PointTable {

    private final String declaringClass;
    private final String methodName;
    private final @Nullable String file;
    private final int firstLine;
    private final int[] lines;

    private PointTable(String declaringClass, String methodName, @Nullable String file, int firstLine, int[] lines) {
        this.declaringClass = declaringClass;
        this.methodName = methodName;
        this.file = file;
        this.firstLine = firstLine;
        this.lines = lines;
    }

    static PointTable of(Frame<?> frame) {
        return parse(frame.points());
    }

    /** Reads the text form. */
    public static PointTable parse(String text) {
        String[] parts = text.split("\\|", -1);
        String[] numbers = parts[4].isEmpty() ? new String[0] : parts[4].split(",", -1);
        int[] lines = new int[numbers.length];
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Integer.parseInt(numbers[i]);
        }
        return new PointTable(
                parts[0], parts[1], parts[2].isEmpty() ? null : parts[2], Integer.parseInt(parts[3]), lines);
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
}
