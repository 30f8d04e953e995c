package dev.reprise.processor.compiler.lower;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.processor.compiler.Compiled;
import java.nio.file.Path;
import org.assertj.core.api.MapAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsTest {

    @TempDir
    Path directory;

    @Test
    void whatIsBoxedAtTheEndIsReturnedAsItIs() {
        assertResults("""
                @Coroutine static Async<Boolean> z(boolean z) { return of(z); }
                @Coroutine static Async<Byte> b(byte b) { return of(b); }
                @Coroutine static Async<Character> c(char c) { return of(c); }
                @Coroutine static Async<Short> s(short s) { return of(s); }
                @Coroutine static Async<Integer> i(int i) { return of(i); }
                @Coroutine static Async<Long> j(long j) { return of(j); }
                @Coroutine static Async<Float> f(float f) { return of(f); }
                @Coroutine static Async<Double> d(double d) { return of(d); }
                """)
                .containsEntry("z", "boolean")
                .containsEntry("b", "byte")
                .containsEntry("c", "char")
                .containsEntry("s", "short")
                .containsEntry("i", "int")
                .containsEntry("j", "long")
                .containsEntry("f", "float")
                .containsEntry("d", "double");
    }

    @Test
    void anObjectThatSomebodyMayHaveSeenStaysOne() {
        assertResults("""
                @Coroutine static Async<Integer> argument(Integer i) { return of(i); }
                @Coroutine static Async<Integer> nothing() { return of(null); }
                @Coroutine static Async<Integer> parsed() { return of(Integer.valueOf("1")); }
                @Coroutine static Async<Integer> cast(Object o) { return of((Integer) o); }
                @Coroutine static Async<Integer> kept() { Integer i = 1000; System.out.println(i); return of(i); }
                @Coroutine static Async<Void> done() { return Async.done(); }
                @Coroutine static Async<Integer> awaited() { return of(await(of(1))); }
                @Coroutine static Async<Integer> other() { return Async.of(1); }
                """)
                .containsEntry("other", "int")
                .allSatisfy((name, result) -> assertThat(result).isEqualTo(name.equals("other") ? "int" : "Object"));
    }

    @Test
    void allEndsHaveToAgree() {
        assertResults("""
                @Coroutine static Async<Object> mixed(int i) { if (i > 0) { return of(i); } return of("none"); }
                @Coroutine static Async<Number> numbers(int i) { if (i > 0) { return of(i); } return of(1L); }
                @Coroutine static Async<Integer> none(int i) { if (i > 0) { return of(i); } return of(null); }
                @Coroutine static Async<Integer> future(int i) { if (i > 0) { return of(i); } return Async.sleep(java.time.Duration.ZERO, 1); }
                @Coroutine static Async<Number> same(int i) { if (i > 0) { return of(i); } return of(-i); }
                """)
                .containsEntry("mixed", "Object")
                .containsEntry("numbers", "Object")
                .containsEntry("none", "Object")
                .containsEntry("future", "Object")
                .containsEntry("same", "int");
    }

    @Test
    void whatABodyReturnedGoesOn() {
        assertResults("""
                @Coroutine static Async<Integer> one() { return of(1); }
                @Coroutine static Async<Integer> tail() { return one(); }
                @Coroutine static Async<Integer> awaited() { return of(await(tail())); }
                @Coroutine static Async<Object> asObject(int i) { if (i > 0) { return of("none"); } return of(await(one())); }
                @Coroutine static Async<Object> asLong(int i) { if (i > 0) { return of(1L); } return of(await(one())); }
                """)
                .containsEntry("tail", "int")
                .containsEntry("awaited", "int")
                .containsEntry("asObject", "Object")
                .containsEntry("asLong", "Object");
    }

    @Test
    void aRecursionIsWhatItEndsWith() {
        assertResults("""
                @Coroutine static Async<Boolean> even(int n) { if (n == 0) { return of(true); } return odd(n - 1); }
                @Coroutine static Async<Boolean> odd(int n) { if (n == 0) { return of(false); } return even(n - 1); }
                @Coroutine static Async<Object> up(int n) { if (n == 0) { return of(0); } return down(n - 1); }
                @Coroutine static Async<Object> down(int n) { if (n == 0) { return of("0"); } return up(n - 1); }
                @Coroutine static Async<Integer> endless(int n) { return endless(n + 1); }
                @Coroutine static Async<Integer> mayBe(int n) { if (n == 0) { return of(0); } return endless(n - 1); }
                @Coroutine static Async<Integer> fails() { throw new IllegalStateException(); }
                """)
                .containsEntry("even", "boolean")
                .containsEntry("odd", "boolean")
                .containsEntry("up", "Object")
                .containsEntry("down", "Object")
                .containsEntry("endless", "Object")
                .containsEntry("mayBe", "Object")
                .containsEntry("fails", "Object");
    }

    private MapAssert<String, String> assertResults(String members) {
        return assertThat(Compiled.members(directory, members).results());
    }
}
