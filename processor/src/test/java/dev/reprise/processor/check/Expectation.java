package dev.reprise.processor.check;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.reprise.processor.CoroutineProcessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** A snippet whose comments say what the compiler has to say about the line they stand on, and that it says nothing else. */
final class Expectation {
    private static final Pattern EXPECTED = Pattern.compile("// (error|warning): (.*)");
    private static final String IMPORTS = "import static dev.reprise.Async.*; import dev.reprise.*; import java.util.*;"
            + " import java.util.concurrent.*; import java.util.function.*; import java.util.stream.*;";

    private Expectation() {}

    /** Compiles class members, of a class {@code Snippet}. */
    static void check(String members) {
        String source = IMPORTS + " class Snippet {\n" + members + "\n}";
        Compilation compilation = javac().withProcessors(new CoroutineProcessor())
                .compile(JavaFileObjects.forSourceString("Snippet", source));
        List<String> said = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> diagnostic : compilation.diagnostics()) {
            if (diagnostic.getKind() == Diagnostic.Kind.ERROR || diagnostic.getKind() == Diagnostic.Kind.WARNING) {
                said.add(diagnostic.getLineNumber() - 1 + " "
                        + diagnostic.getKind().name().toLowerCase(Locale.ROOT) + " "
                        + diagnostic.getMessage(Locale.ROOT));
            }
        }
        List<String> expected = expected(members);
        assertThat(said).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(said.get(i)).startsWith(expected.get(i));
        }
    }

    private static List<String> expected(String members) {
        List<String> expected = new ArrayList<>();
        String[] lines = members.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            Matcher matcher = EXPECTED.matcher(lines[i]);
            if (matcher.find()) {
                expected.add(i + 1 + " " + matcher.group(1) + " " + matcher.group(2));
            }
        }
        return expected;
    }
}
