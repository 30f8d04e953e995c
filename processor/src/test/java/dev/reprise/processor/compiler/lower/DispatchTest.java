package dev.reprise.processor.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.processor.compiler.Compiled;
import dev.reprise.processor.compiler.analyse.DirectCalls;
import dev.reprise.processor.compiler.analyse.MethodAnalysis;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DispatchTest {

    @TempDir
    Path directory;

    @Test
    void pointsOutsideOfLoopsAreReachedDirectly() {
        assertThat(ways("""
                @Coroutine static Async<Integer> m(int a) {
                    int b = await(of(1));
                    int c = await(of(b));
                    return of(a + b + c);
                }
                """)).isEqualTo("1 | 2");
    }

    @Test
    void pointsOfALoopAreReachedThroughItsHeader() {
        assertThat(ways("""
                @Coroutine static Async<Integer> m(int n) {
                    int s = await(of(0));
                    for (int i = 0; i < n; i++) {
                        s += await(of(i));
                        for (int j = 0; j < i; j++) {
                            s -= await(of(j));
                        }
                    }
                    return of(s);
                }
                """)).isEqualTo("1 | loop(2 | loop(3))");
    }

    @Test
    void loopsBesideEachOtherHaveDoorsOfTheirOwn() {
        assertThat(ways("""
                @Coroutine static Async<Integer> m(int n) {
                    int s = 0;
                    while (s < n) s += await(of(1));
                    do { s -= await(of(1)); } while (s > 0);
                    return of(s);
                }
                """)).isEqualTo("loop(1) | loop(2)");
    }

    @Test
    void pointsThatAreRestoredAlikeShareAStop() {
        assertThat(ways("""
                @Coroutine static Async<Void> m(String a) {
                    await(of(a));
                    await(of(a));
                    await(of("b"));
                    return done();
                }
                """)).isEqualTo("1 | 2+3");
    }

    @Test
    void pointsWithOtherHandlersDoNotShareAStop() {
        assertThat(ways("""
                @Coroutine static Async<Void> m() {
                    await(of(1));
                    try {
                        await(of(2));
                    } catch (IllegalStateException e) {
                        await(of(3));
                    }
                    return done();
                }
                """)).isEqualTo("1+3 | 2");
    }

    @Test
    void aHandlerThatClosesALoopIsInIt() {
        assertThat(ways("""
                @Coroutine static Async<Integer> m() {
                    while (true) {
                        try {
                            return of(await(of(1)));
                        } catch (IllegalStateException e) {
                            await(of(2));
                        }
                    }
                }
                """)).isEqualTo("loop(1 | 2)");
    }

    private String ways(String members) {
        MethodAnalysis analysis = Compiled.members(directory, members).analysis();
        DirectCalls calls = DirectCalls.among(List.of());
        Unboxing unboxing = Unboxing.of(analysis, calls, Results.among(List.of(), calls));
        return describe(Dispatch.of(analysis, FrameLayout.plan(analysis), unboxing));
    }

    private static String describe(Dispatch.Hub hub) {
        return hub.next().stream()
                .map(next -> next instanceof Dispatch.Hub loop
                        ? "loop(" + describe(loop) + ")"
                        : next.points().stream()
                                .map(point -> String.valueOf(point.label()))
                                .collect(Collectors.joining("+")))
                .collect(Collectors.joining(" | "));
    }
}
