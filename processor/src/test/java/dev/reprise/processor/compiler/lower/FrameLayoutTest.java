package dev.reprise.processor.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.processor.compiler.Compiled;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameLayoutTest {

    @TempDir
    Path directory;

    @Test
    void fieldsAreTypedAndNamedAfterTheirVariables() {
        assertThat(fields("""
                @Coroutine static Async<String> m(byte small, String text) {
                    long sum = 1;
                    double[] values = {2};
                    await(of(1));
                    return of(text + small + sum + values[0]);
                }
                """)).containsExactly("byte small", "java.lang.String text", "long sum", "double[] values");
    }

    @Test
    void aMethodOfAnObjectKeepsItsReceiver() {
        assertThat(fields("""
                @Coroutine Async<String> m() {
                    await(of(1));
                    return of(toString());
                }
                """)).containsExactly("Sample this");
    }

    @Test
    void variablesThatAreNotLiveAcrossASuspensionHaveNoField() {
        assertThat(fields("""
                @Coroutine static Async<Integer> m(int a) {
                    int twice = a * 2;
                    System.out.println(twice);
                    return of(await(of(1)));
                }
                """)).containsExactly("int a");
    }

    @Test
    void variablesOfOneTypeThatAreNeverNeededTogetherShareAField() {
        assertThat(fields("""
                @Coroutine static Async<Integer> m() {
                    int first = 1;
                    int next = first + await(of(1));
                    return of(next + await(of(2)));
                }
                """)).containsExactly("int stack$0");
        assertThat(fields("""
                @Coroutine static Async<Void> m() {
                    String first = "1";
                    await(of(1));
                    System.out.println(first);
                    String second = "2";
                    await(of(2));
                    System.out.println(second);
                    return done();
                }
                """)).containsExactly("java.lang.String shared$1");
    }

    @Test
    void valuesBelowTheAwaitOnTheOperandStackHaveFields() {
        assertThat(fields("""
                @Coroutine static Async<String> m() {
                    return of(String.join(String.valueOf(1), await(of("a")), await(of("b"))));
                }
                """))
                .containsExactly(
                        "java.lang.String stack$0",
                        "java.lang.CharSequence[] stack$1",
                        "java.lang.CharSequence[] stack$2",
                        "int stack$3");
    }

    @Test
    void aVariableThatIsNullHasNoField() {
        assertThat(fields("""
                @Coroutine static Async<String> m() {
                    String nothing = null;
                    await(of(1));
                    return of(nothing);
                }
                """)).isEmpty();
    }

    private List<String> fields(String members) {
        return FrameLayout.plan(Compiled.members(directory, members).analysis()).fields().stream()
                .map(field -> field.type().getClassName() + " " + field.name())
                .toList();
    }
}
