package dev.reprise.processor.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoroutineCompilerTest {

    private static final String ONE_AWAIT = """
            @Coroutine static Async<Integer> m(int a) { return of(a + await(of(1))); }
            """;

    @TempDir
    Path directory;

    @Test
    void aClassWithoutCoroutinesIsUnchanged() {
        Compiled plain = Compiled.members(directory, "static int m() { return 1; }");
        assertThat(CoroutineCompiler.compile(plain.bytes())).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void aWovenClassIsUnchanged() {
        Outcome.Woven woven = woven(Compiled.members(directory, ONE_AWAIT));
        assertThat(CoroutineCompiler.compile(woven.rewritten())).isInstanceOf(Outcome.Unchanged.class);
    }

    @Test
    void theSameInputGivesTheSameBytes() {
        Compiled input = Compiled.members(directory, ONE_AWAIT);
        List<ClassBytes> first = woven(input).classes();
        List<ClassBytes> second = woven(input).classes();
        assertThat(second).hasSameSizeAs(first);
        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i).bytes()).isEqualTo(first.get(i).bytes());
        }
    }

    @Test
    void overloadsHaveFrameClassesOfTheirOwn() {
        Outcome.Woven woven = woven(Compiled.members(directory, """
                @Coroutine static Async<Integer> m(int a) { return of(a + await(of(1))); }
                @Coroutine static Async<Integer> m(long a) { return of(await(of(1))); }
                @Coroutine static Async<Integer> n() { return of(await(of(1))); }
                """));
        assertThat(woven.frames())
                .extracting(ClassBytes::name)
                .containsExactly("Sample$m$Frame", "Sample$m$Frame2", "Sample$n$Frame");
    }

    @Test
    void aDamagedClassFileIsRefused() {
        byte[] bytes = Compiled.members(directory, ONE_AWAIT).bytes().bytes();
        ClassBytes half = new ClassBytes("Sample", Arrays.copyOf(bytes, bytes.length / 2));
        assertThat(refusal(half).kind()).isEqualTo(DiagnosticKind.UnsupportedClassFile);
    }

    @Test
    void aClassFileOfAnUnknownVersionIsRefused() {
        byte[] bytes = Compiled.members(directory, ONE_AWAIT).bytes().bytes().clone();
        bytes[6] = 1;
        bytes[7] = 61;
        assertThat(refusal(new ClassBytes("Sample", bytes)).message()).contains("version 317");
    }

    @Test
    void aClassFileWithoutAStackMapIsRefused() {
        byte[] bytes = Compiled.members(directory, ONE_AWAIT).bytes().bytes().clone();
        bytes[7] = 49;
        assertThat(refusal(new ClassBytes("Sample", bytes)).message())
                .contains("version 49")
                .contains("Java 8");
    }

    @Test
    void aMonitorHeldAtASuspensionIsRefusedAtItsLine() {
        Diagnostic problem = refusal(Compiled.members(directory, """
                @Coroutine static Async<Integer> m(Object lock) {
                    synchronized (lock) {
                        return of(await(of(1)));
                    }
                }
                """).bytes());
        assertThat(problem.kind()).isEqualTo(DiagnosticKind.AwaitInSynchronized);
        assertThat(problem.position()).isEqualTo(new ClassFilePosition("Sample", "m", 3));
    }

    @Test
    void aMonitorReleasedBeforeTheSuspensionIsNone() {
        woven(Compiled.members(directory, """
                @Coroutine static Async<Integer> m(Object lock) {
                    int a;
                    synchronized (lock) { a = 1; }
                    int b = await(of(a));
                    synchronized (lock) { return of(b); }
                }
                """));
    }

    @Test
    void anAwaitOutsideOfACoroutineIsRefused() {
        Diagnostic problem = refusal(Compiled.members(directory, "\nstatic int m() { return await(of(1)); }")
                .bytes());
        assertThat(problem.kind()).isEqualTo(DiagnosticKind.AwaitOutsideCoroutine);
        assertThat(problem.position()).isEqualTo(new ClassFilePosition("Sample", "m", 2));
    }

    @Test
    void aMethodThatOutgrowsTheLimitIsRefused() {
        String statements = IntStream.range(0, 3000)
                .mapToObj(i -> "s += await(of(" + i + "L)); ")
                .collect(Collectors.joining());
        Diagnostic problem = refusal(Compiled.members(
                        directory, "@Coroutine static Async<Long> m() { long s = 0; " + statements + "return of(s); }")
                .bytes());
        assertThat(problem.kind()).isEqualTo(DiagnosticKind.MethodTooLarge);
        assertThat(problem.message()).contains("Sample.m");
    }

    private static Outcome.Woven woven(Compiled input) {
        Outcome outcome = CoroutineCompiler.compile(input.bytes());
        assertThat(outcome).isInstanceOf(Outcome.Woven.class);
        return (Outcome.Woven) outcome;
    }

    private static Diagnostic refusal(ClassBytes input) {
        return assertThat(CoroutineCompiler.compile(input))
                .asInstanceOf(type(Outcome.Refused.class))
                .actual()
                .problems()
                .get(0);
    }
}
