package dev.reprise.processor.ecj;

import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What ecj has made of one source file and has not written.
 *
 * @param result ecj's object for it
 */
record Unit(Ecj ecj, Object result) {

    /** The classes of the file: nested, local and anonymous ones too, in the order of their names. */
    List<EcjClassFile> classFiles() {
        Object[] files = (Object[]) Objects.requireNonNull(Members.call(ecj.classFiles, result));
        return Arrays.stream(files)
                .map(file -> new EcjClassFile(ecj, file))
                .sorted(Comparator.comparing(EcjClassFile::name))
                .toList();
    }

    /** Has ecj write one more class file, wherever it writes the others. */
    void add(EcjClassFile file) {
        Members.call(ecj.addClassFile, result, file.name().toCharArray(), file.classFile());
    }

    /** Makes it an error of the source file, for which ecj then writes no class file. */
    void report(Diagnostic problem) {
        char[] file = (char[]) Objects.requireNonNull(Members.call(ecj.fileName, result));
        String message = problem.position() + ": " + problem.message();
        Object error = problem.position() instanceof ClassFilePosition position && position.hasLine()
                ? errorIn(position.line(), file, message)
                : ecj.error(file, message, -1, -1, 0, 0);
        Members.call(ecj.addProblem, result, error, null);
    }

    /** ecj underlines what stands in the line. */
    private Object errorIn(int line, char[] file, String message) {
        char[] text = (char[]) Objects.requireNonNull(Members.call(ecj.text, Members.get(ecj.source, result)));
        int[] lineEnds = (int[]) Objects.requireNonNull(Members.call(ecj.lineEnds, result));
        int lineStart = line == 1 ? 0 : lineEnds[line - 2] + 1;
        int start = lineStart;
        int end = line <= lineEnds.length ? lineEnds[line - 1] : text.length - 1;
        while (start < end && Character.isWhitespace(text[start])) {
            start++;
        }
        while (end > start && Character.isWhitespace(text[end])) {
            end--;
        }
        return ecj.error(file, message, start, end, line, start - lineStart + 1);
    }
}
