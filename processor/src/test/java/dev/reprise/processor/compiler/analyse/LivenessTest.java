package dev.reprise.processor.compiler.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.processor.compiler.Compiled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.tree.LocalVariableNode;
import org.objectweb.asm.tree.MethodNode;

class LivenessTest {

    @TempDir
    Path directory;

    @Test
    void argumentsThatAreNotReadAgainAreDead() {
        assertThat(liveAcross("""
                @Coroutine static Async<Integer> m(int a, int b) {
                    int c = a + await(of(1));
                    await(of(2));
                    return of(b + c);
                }
                """)).containsExactly("2: b", "3: b c");
    }

    @Test
    void loopVariablesAreLiveAcrossTheWholeLoop() {
        assertThat(liveAcross("""
                @Coroutine static Async<Integer> m(int n) {
                    int last = 0;
                    for (int i = 0; i < n; i++) {
                        await(of(last));
                        last = i;
                    }
                    return of(last);
                }
                """)).containsExactly("4: n i");
    }

    @Test
    void whatAHandlerReadsIsLiveInItsRange() {
        assertThat(liveAcross("""
                @Coroutine static Async<String> m(String name) {
                    String step = "first";
                    try {
                        await(of(1));
                        step = "second";
                        await(of(2));
                        return done("");
                    } catch (IllegalStateException e) {
                        return done(step);
                    }
                }
                static Async<String> done(String s) { return of(s); }
                """)).containsExactly("4: step", "6: step");
    }

    @Test
    void aBranchThatReadsAVariableKeepsItAlive() {
        assertThat(liveAcross("""
                @Coroutine static Async<Integer> m(int a, int b) {
                    boolean first = await(of(true));
                    return first ? of(a) : of(b);
                }
                """)).containsExactly("2: a b");
    }

    /** For each suspension point its line and the names of the variables that are live across it. */
    private List<String> liveAcross(String members) {
        MethodAnalysis analysis = Compiled.members(directory, members).analysis();
        MethodNode method = analysis.coroutine().method();
        List<String> lines = new ArrayList<>();
        for (SuspensionPoint point : analysis.points()) {
            String names = point.liveSlots().stream()
                    .map(slot -> method.localVariables.stream()
                            .filter(variable -> variable.index == slot && covers(method, variable, point.index()))
                            .map((LocalVariableNode variable) -> variable.name)
                            .findFirst()
                            .orElse("slot" + slot))
                    .collect(Collectors.joining(" "));
            lines.add(point.line() + ": " + names);
        }
        return lines;
    }

    private static boolean covers(MethodNode method, LocalVariableNode variable, int index) {
        return method.instructions.indexOf(variable.start) <= index
                && index < method.instructions.indexOf(variable.end);
    }
}
