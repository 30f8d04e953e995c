package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.it.program.SuspensionPattern;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Class files of every version from Java 8 to the one of this JDK are woven, and stay of their version. */
class OldReleasesTest {

    /** What changed from release to release is in it: concatenation, access to private members, switches on strings. */
    private static final String SOURCE = """
            import static dev.reprise.Async.*;
            import static dev.reprise.it.program.Turns.*;
            import dev.reprise.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;

            class Old {
                enum Size { SMALL, LARGE }

                private int n = 1;

                interface Step<T> { Async<T> take(T from); }

                interface Twice extends Step<String> {
                    @Override @Coroutine default Async<String> take(String from) {
                        return of(from + await(later("'")) + from);
                    }
                }

                class Inner implements AutoCloseable {
                    @Coroutine private Async<Integer> more(int by) throws Exception {
                        try (Inner inner = new Inner()) {
                            n += await(later(by));
                            return of(n + inner.hidden());
                        } finally {
                            n += await(later(10));
                        }
                    }

                    private int hidden() { return n * 2; }

                    @Override public void close() { n++; }
                }

                @Coroutine strictfp Async<String> all(String key, Size size, Object... rest) throws Exception {
                    String s = "<";
                    s += await(later(key)) + 'c' + 1L + 2.5f + await(later(null)) + rest.length;
                    switch (await(later(key))) {
                        case "Aa": s += "1" + await(later(1)); break;
                        case "BB": s += "2" + await(later(2));
                        default: s += await(later("default"));
                    }
                    switch (size) {
                        case LARGE: s += await(later(size)); break;
                        default: assert await(later(true)) : "no";
                    }
                    Function<Integer, Async<Integer>> f = x -> of(x + n + await(later(x)));
                    s += await(f.apply(3));
                    s += await(new Inner().more(5));
                    s += await(((Step<String>) new Twice() {}).take("t"));
                    List<Object> list = new ArrayList<>(Arrays.asList(rest));
                    for (Object o : list) {
                        s += o + await(later("."));
                    }
                    for (Object o : rest) {
                        s += new StringBuilder(s.length() > 3 ? await(later("r")) : "").append(o);
                    }
                    return of(s + await(hot(s.length())));
                }

                @Coroutine static CompletableFuture<Integer> hot(int x) {
                    return CompletableFuture.completedFuture(x / await(later(1)));
                }

                @Coroutine static Iterable<Integer> count(int to) {
                    for (int i = 0; i < to; i++) Generator.yield(i);
                    return Generator.end();
                }

                public static void main(String[] args) throws Exception {
                    System.out.println(run(new Old().all("BB", Size.LARGE, 1, "x")));
                    System.out.println(run(new Old().all("Aa", Size.SMALL)));
                    for (int i : count(3)) System.out.print(i + " ");
                    System.out.println();
                }
            }
            """;

    @TempDir
    Path folder;

    static IntStream releases() {
        return Stream.of(8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25)
                .mapToInt(Integer::intValue)
                .filter(release -> release <= Runtime.version().feature());
    }

    @ParameterizedTest
    @MethodSource("releases")
    void aReleaseIsWoven(int release) throws Exception {
        Path source = Files.writeString(folder.resolve("Old.java"), SOURCE);
        List<String> options = List.of("--release", String.valueOf(release), "-g:none", "-Xlint:-options");
        Javac.Compilation compilation = Javac.withoutProcessor().compile(folder, List.of(source), options);
        assertThat(compilation.success()).as(compilation.report()).isTrue();
        assertThat(DirectWeaving.weave(folder)).isEqualTo(3);
        assertThat(versions()).containsOnly(release + 44);
        for (SuspensionPattern pattern : List.of(SuspensionPattern.never(), SuspensionPattern.always())) {
            try (ProgramLoader loader = new ProgramLoader(List.of(folder))) {
                loader.verify("Old");
                ProgramRun run = ProgramRun.of("Old", loader, pattern);
                assertThat(run.failure()).isNull();
                assertThat(run.lines())
                        .containsExactly(
                                "<BBc12.5null222defaultLARGE718t't1.x.r1rx41", "<Aac12.5null011718t't21", "0 1 2 ");
            }
        }
    }

    private List<Integer> versions() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".class"))
                    .map(OldReleasesTest::version)
                    .toList();
        }
    }

    private static int version(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes[6] << 8 | bytes[7];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
