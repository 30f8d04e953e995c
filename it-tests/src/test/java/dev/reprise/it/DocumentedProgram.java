package dev.reprise.it;

import dev.reprise.it.program.SuspensionPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;

/**
 * A program in a document.
 *
 * @param line the line of the document on which it begins
 * @param source its text
 * @param output what stands in the text block right below it: what it prints, or what javac prints about it
 */
record DocumentedProgram(int line, String source, Optional<String> output) {

    private static final Pattern PROGRAM =
            Pattern.compile("(?sm)^```java\\R(.*?\\R)```$(?:\\R\\R```text\\R(.*?\\R)```$)?");

    private static final Pattern CLASS =
            Pattern.compile("(?m)^(?:public |final |abstract |sealed )*(?:class|interface|enum|record) (\\w+)");

    /** All programs of a document in its order. */
    static List<DocumentedProgram> in(String document) {
        List<DocumentedProgram> programs = new ArrayList<>();
        Matcher found = PROGRAM.matcher(document);
        while (found.find()) {
            int line = (int) document.substring(0, found.start(1)).lines().count() + 1;
            programs.add(new DocumentedProgram(line, found.group(1), Optional.ofNullable(found.group(2))));
        }
        return programs;
    }

    /** Compiles it, runs it if it has {@code main}, and says in what the document is wrong; nothing if it is right. */
    List<String> differences(Path folder) throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve(className() + ".java"), source);
        List<String> options = new ArrayList<>(List.of("-g", "-Xlint:all,-processing"));
        if (source.contains("import org.junit.jupiter.")) {
            options.addAll(List.of("-classpath", Javac.join(Artifacts.testPath())));
        }
        Javac.Compilation compilation =
                Javac.withProcessor().compile(folder.resolve("classes"), List.of(file), options);
        if (compilation.success() && source.contains("public static void main(")) {
            List<String> differences =
                    new ArrayList<>(ExpectedComplaints.in(source).differences(compilation));
            differences.addAll(differencesOfRun(compilation.output()));
            return differences;
        }
        return output.isPresent()
                ? differences("javac prints", messages(compilation))
                : ExpectedComplaints.in(source).differences(compilation);
    }

    private List<String> differencesOfRun(Path classes) throws IOException, InterruptedException {
        try (ProgramLoader loader = new ProgramLoader(List.of(classes))) {
            ProgramRun run = ProgramRun.of(className(), loader, SuspensionPattern.never());
            if (run.failure() != null) {
                return List.of("main threw " + run.failure());
            }
            return differences("it prints", String.join("\n", run.lines()));
        }
    }

    private List<String> differences(String what, String actual) {
        String expected = output.orElse("").strip();
        return expected.equals(actual.strip())
                ? List.of()
                : List.of(what + ":\n" + actual + "\nand the document says:\n" + expected);
    }

    /** As javac prints them on its own: a message, the line it is about, a mark under the place, and the number of errors. */
    private String messages(Javac.Compilation compilation) {
        StringBuilder text = new StringBuilder();
        int errors = 0;
        for (Diagnostic<?> complaint : compilation.complaints()) {
            errors += complaint.getKind() == Diagnostic.Kind.ERROR ? 1 : 0;
            String said = complaint.toString().lines().findFirst().orElse("");
            text.append(said.substring(Math.max(0, said.indexOf(className() + ".java:"))))
                    .append('\n');
            if (complaint.getLineNumber() != Diagnostic.NOPOS) {
                String sourceLine = source.lines().toList().get((int) complaint.getLineNumber() - 1);
                String mark = " ".repeat((int) complaint.getColumnNumber() - 1) + "^";
                text.append(sourceLine).append('\n').append(mark).append('\n');
            }
        }
        return text.append(errors).append(errors == 1 ? " error" : " errors").toString();
    }

    private String className() {
        Matcher declared = CLASS.matcher(source);
        if (!declared.find()) {
            throw new AssertionError(
                    "line " + line + ": a java block is a whole source file, and this declares no class");
        }
        return declared.group(1);
    }
}
