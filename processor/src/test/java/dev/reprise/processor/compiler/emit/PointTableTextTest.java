package dev.reprise.processor.compiler.emit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.processor.compiler.Compiled;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import dev.reprise.processor.compiler.lower.FrameLayout;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PointTableTextTest {

    @TempDir
    Path directory;

    @Test
    void thePointsStandBelowTheMethodAndItsVariables() {
        assertThat(table("""
                @Coroutine static Async<Integer> m(int a, boolean unused) {
                    char letter = 'a';
                    await(of(1));
                    await(of(2));
                    return of(a + letter);
                }
                """))
                .containsExactly(
                        "Sample|m|Sample.java|2|3,4",
                        "0 I a|1 Z unused|2 C letter",
                        "0-1",
                        "await Async.of|0,2",
                        "await Async.of|0,2");
    }

    @Test
    void aPointIsCalledByWhatMadeTheAwaitedObject() {
        assertThat(operations("""
                static Async<Integer> field;
                static <T> T same(T t) { return t; }
                @Coroutine Async<Void> m(Task<Integer> task, List<Async<Integer>> list, boolean which) {
                    await(task);
                    await(list.get(0));
                    await(field);
                    await(which ? task : same(field));
                    await(CompletableFuture.completedFuture(1));
                    return done();
                }
                """))
                .containsExactly(
                        "await Task",
                        "await List.get",
                        "await Sample.field",
                        "await Awaitable",
                        "await CompletableFuture.completedFuture");
    }

    @Test
    void aYieldIsCalledByWhatItGivesOut() {
        assertThat(operations("""
                int next() { return 1; }
                @Coroutine Iterator<Object> m(int i, String text) {
                    Generator.yield(i);
                    Generator.yield(next());
                    Generator.yield(text);
                    Generator.yield(null);
                    return Generator.end();
                }
                """)).containsExactly("yield Integer", "yield Sample.next", "yield String", "yield null");
    }

    @Test
    void operationsAreTheSameWithoutDebugTables() {
        String members = """
                @Coroutine static Async<Integer> m(Task<Integer> task, List<Task<Integer>> tasks) {
                    for (Task<Integer> each : tasks) {
                        await(each);
                    }
                    return of(await(task) + await(of(2)));
                }
                """;
        String source = "import static dev.reprise.Async.*; import dev.reprise.*; import java.util.*; class Sample { "
                + members + "}";
        MethodAnalysis bare =
                Compiled.source(directory, "Sample", source, "-g:none").analysis();
        assertThat(operations(
                        PointTableText.of(bare, FrameLayout.plan(bare)).text().split("\n")))
                .containsExactlyElementsOf(operations(members));
    }

    @Test
    void aVariableThatIsKnownToBeNullHasNoField() {
        assertThat(table("""
                @Coroutine static Async<String> m() {
                    String nothing = null;
                    await(of(1));
                    return of(nothing);
                }
                """).get(1)).isEqualTo("-1 Ljava/lang/String; nothing");
    }

    @Test
    void variablesOfTheCompilersOwnAreLeftOut() {
        assertThat(table("""
                @Coroutine static Async<Void> m(int[] all) {
                    for (int one : all) {
                        await(of(one));
                    }
                    return done();
                }
                """).get(3)).isEqualTo("await Async.of|");
    }

    private List<String> operations(String members) {
        return operations(table(members).toArray(String[]::new));
    }

    private static List<String> operations(String[] lines) {
        return List.of(lines).subList(3, lines.length).stream()
                .map(line -> line.substring(0, line.indexOf('|')))
                .toList();
    }

    private List<String> table(String members) {
        MethodAnalysis analysis = Compiled.members(directory, members).analysis();
        return List.of(
                PointTableText.of(analysis, FrameLayout.plan(analysis)).text().split("\n", -1));
    }
}
