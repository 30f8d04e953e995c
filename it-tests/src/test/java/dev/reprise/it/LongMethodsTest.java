package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.it.program.SuspensionPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods that are longer than a jump reaches, up to the 64 KB that the JVM allows. */
class LongMethodsTest {

    private static final int REACH = 32_767;
    private static final int LIMIT = 65_535;

    @TempDir
    Path folder;

    @Test
    void jumpsAcrossMoreThan32KilobytesAreMade() throws Exception {
        runs(560, REACH, 45_000);
    }

    @Test
    void aMethodMayTakeAlmostAllThatTheJvmAllows() throws Exception {
        runs(835, 60_000, LIMIT);
    }

    private void runs(int steps, int least, int most) throws Exception {
        Path source = Files.writeString(folder.resolve("LongBody.java"), source(steps));
        Javac.Compilation compilation = Javac.withProcessor().compile(folder, List.of(source), List.of("-g"));
        assertThat(compilation.report()).isEmpty();
        assertThat(size()).isBetween(least, most);
        for (SuspensionPattern pattern : List.of(SuspensionPattern.never(), SuspensionPattern.some(3))) {
            try (ProgramLoader loader = new ProgramLoader(List.of(folder))) {
                loader.verify("LongBody");
                ProgramRun run = ProgramRun.of("LongBody", loader, pattern);
                assertThat(run.failure()).isNull();
                assertThat(run.lines()).containsExactly(expected(steps));
            }
        }
    }

    /** A loop around everything, left and begun again from its middle, and an object that is being made across a jump. */
    private static String source(int steps) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < steps; i++) {
            switch (i % 4) {
                case 0 ->
                    body.append("if (k == ")
                            .append(i)
                            .append(") { s += await(later(")
                            .append(i)
                            .append("L)); }\n");
                case 1 -> body.append("s ^= k > ").append(i).append(" ? await(later(s + k)) : s >> 1;\n");
                case 2 ->
                    body.append("if (s == ").append(i).append(") break; else if (s % 7 == k % 5 + 100) continue;\n");
                default ->
                    body.append("s += new StringBuilder(k < ")
                            .append(i)
                            .append(" ? 16 : await(later(20))).capacity();\n");
            }
        }
        return """
                import static dev.reprise.Async.*;
                import static dev.reprise.it.program.Turns.*;
                import dev.reprise.*;
                class LongBody {
                    @Coroutine
                    @SuppressWarnings("NeverCompiled")
                    static Async<Long> body(int from) {
                        long s = from;
                        Object o = new StringBuilder(from > 2 ? "a" : "b");
                        for (int k = from; k < from + 12; k += 4) {
                            try {
                %s
                            } catch (IllegalStateException e) {
                                s--;
                            }
                        }
                        return Async.of(s + o.toString().length());
                    }
                    public static void main(String[] args) {
                        System.out.println(run(body(3)));
                    }
                }
                """.formatted(body);
    }

    private static String expected(int steps) {
        long s = 3;
        loop:
        for (int k = 3; k < 15; k += 4) {
            for (int i = 0; i < steps; i++) {
                switch (i % 4) {
                    case 0 -> s += k == i ? i : 0;
                    case 1 -> s ^= k > i ? s + k : s >> 1;
                    case 2 -> {
                        if (s == i) {
                            break loop;
                        } else if (s % 7 == k % 5 + 100) {
                            continue loop;
                        }
                    }
                    default -> s += k < i ? 16 : 20;
                }
            }
        }
        return String.valueOf(s + 1);
    }

    private int size() throws IOException {
        byte[] classFile = Files.readAllBytes(folder.resolve("LongBody.class"));
        String descriptor = "(ILdev/reprise/frame/Context;LLongBody$body$Frame;)J";
        return CodeSize.of(classFile, "body", descriptor).whole();
    }
}
