package dev.reprise.processor.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.DiagnosticKind;
import java.nio.file.Path;
import java.util.List;
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
    void framesOfNamesThatAreAlikeAreToldApart() {
        Outcome.Woven woven = woven(Compiled.members(directory, """
                static class m { static class Frame {} }
                static class a { @Coroutine static Async<Integer> b() { return of(await(of(1))); } }
                @Coroutine static Async<Integer> m() { return of(await(of(1))); }
                @Coroutine static Async<Integer> M() { return of(await(of(1))); }
                @Coroutine static Async<Integer> a$b() { return of(await(of(1))); }
                """));
        assertThat(woven.frames())
                .extracting(ClassBytes::name)
                .containsExactly("Sample$$m$Frame", "Sample$M$Frame2", "Sample$$a$b$Frame");
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
    void aBodyThatHotSpotDoesNotCompileIsWarnedOf() {
        Outcome.Woven woven = woven(Compiled.members(
                directory, """
                @Coroutine static Async<Integer> one() { return of(1); }
                @Coroutine static Async<Integer> few(int i) { %s return of(i); }
                @Coroutine static Async<Integer> many(int i) { %s return of(i); }
                """.formatted("i = await(one());".repeat(200), "i = await(one());".repeat(400))));
        assertThat(woven.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.kind()).isEqualTo(DiagnosticKind.NeverCompiled);
            assertThat(warning.message()).contains("Sample.many");
            assertThat(warning.position()).isEqualTo(new ClassFilePosition("Sample", "many", 3));
        });
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
