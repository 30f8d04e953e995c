package dev.reprise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in javac's output directory afterwards. */
class WeavingTest {
    private static final String NUMBERS = """
            package demo;

            import dev.reprise.Coroutine;
            import dev.reprise.Generator;

            public class Numbers {
                @Coroutine
                public static Iterable<Integer> below(int limit) {
                    for (int i = 0; i < limit; i++) {
                        Generator.yield(i);
                    }
                    return Generator.end();
                }
            }
            """;

    @TempDir
    Path root;

    @Test
    void aWovenGeneratorRuns() throws Exception {
        Javac javac = new Javac(root);

        javac.compile(javac.source("demo/Numbers.java", NUMBERS)).succeeded();

        assertThat(numbersBelow(3, javac.output(""))).containsExactly(0, 1, 2);
    }

    @Test
    void noLintOfJavacObjects() {
        Javac javac = new Javac(root).with("-Xlint:all", "-Werror");

        javac.compile(javac.source("demo/Numbers.java", NUMBERS)).succeeded();
        javac.compile(javac.source("demo/Numbers.java", NUMBERS)).succeeded();
    }

    @Test
    void classesOfEveryFormAreWoven() {
        Javac javac = new Javac(root);

        javac.compile(javac.source("Forms.java", """
                        import dev.reprise.*;
                        import java.util.function.Supplier;

                        class Forms {
                            class Inner { @Coroutine Async<Void> a() { Async.await(Async.done()); return Async.done(); } }
                            record Rec(int x) { @Coroutine Async<Integer> a() { Async.await(Async.done()); return Async.of(x); } }
                            enum En { ONE { @Coroutine Async<Void> a() { Async.await(Async.done()); return Async.done(); } } }
                            interface Face { @Coroutine default Async<Void> a() { Async.await(Async.done()); return Async.done(); } }
                            Object anonymous = new Object() {
                                @Coroutine Async<Void> a() { Async.await(Async.done()); return Async.done(); }
                            };
                            Supplier<Async<Void>> lambda = () -> {
                                class Local { @Coroutine Async<Void> a() { Async.await(Async.done()); return Async.done(); } }
                                Object inLambda = new Object() {
                                    @Coroutine Async<Void> a() { Async.await(Async.done()); return Async.done(); }
                                };
                                Async.await(new Local().a());
                                return Async.done();
                            };
                        }
                        class Sibling$With$Dollars { @Coroutine Async<Void> a() { Async.await(Async.done()); return Async.done(); } }
                        """)).succeeded();

        assertThat(javac.classes(""))
                .filteredOn(name -> name.contains("$Frame"))
                .containsExactly(
                        "Forms$1$a$Frame.class",
                        "Forms$1Local$a$Frame.class",
                        "Forms$2$a$Frame.class",
                        "Forms$En$1$a$Frame.class",
                        "Forms$Face$a$Frame.class",
                        "Forms$Inner$a$Frame.class",
                        "Forms$Rec$a$Frame.class",
                        "Forms$lambda$new$0$Frame.class",
                        "Sibling$With$Dollars$a$Frame.class");
    }

    @ParameterizedTest
    @ValueSource(strings = {"simple", "byfile", "todo"})
    void theOrderInWhichJavacCompilesDoesNotMatter(String policy) {
        Javac javac = new Javac(root).with("-XDcompilePolicy=" + policy);

        javac.compile(
                        javac.source("demo/Numbers.java", NUMBERS),
                        javac.source("demo/Odds.java", NUMBERS.replace("Numbers", "Odds")))
                .succeeded();

        assertThat(javac.classes("demo"))
                .containsExactly("Numbers$below$Frame.class", "Numbers.class", "Odds$below$Frame.class", "Odds.class");
    }

    @Test
    void aSecondBuildLeavesBytesAlike() throws IOException {
        Javac javac = new Javac(root);
        Path numbers = javac.source("demo/Numbers.java", NUMBERS);
        Path odds = javac.source("demo/Odds.java", NUMBERS.replace("Numbers", "Odds"));
        javac.compile(numbers, odds).succeeded();
        byte[] before = Files.readAllBytes(javac.output("demo/Numbers.class"));
        FileTime past = FileTime.fromMillis(0);
        Files.setLastModifiedTime(javac.output("demo/Odds.class"), past);

        javac.compile(numbers).succeeded();

        assertThat(javac.output("demo/Numbers.class")).hasBinaryContent(before);
        assertThat(Files.getLastModifiedTime(javac.output("demo/Odds.class"))).isEqualTo(past);
    }

    @Test
    void implicitlyCompiledSourcesAreWoven() {
        Javac javac = new Javac(root).with("-sourcepath", root.resolve("src").toString(), "-implicit:class");
        javac.source("demo/Numbers.java", NUMBERS);

        javac.compile(javac.source("demo/User.java", "package demo; class User { Object o = Numbers.below(1); }"))
                .succeeded();

        assertThat(javac.classes("demo")).containsExactly("Numbers$below$Frame.class", "Numbers.class", "User.class");
    }

    @Test
    void withoutAnOutputDirectoryClassesLieBesideTheirSources() throws Exception {
        Javac javac = new Javac(root).with("-Xlint:all", "-Werror");
        Path source = javac.source("demo/Numbers.java", NUMBERS);

        javac.compile(List.of("-cp", Javac.runtime()), source).succeeded();

        assertThat(source.resolveSibling("Numbers$below$Frame.class")).exists();
        assertThat(numbersBelow(2, root.resolve("src"))).containsExactly(0, 1);
    }

    @Test
    void aModuleIsWoven() {
        Javac javac = new Javac(root).with("-Xlint:all", "-Werror");
        Path info = javac.source("module-info.java", "module demo { requires dev.reprise; }");
        Path numbers = javac.source("demo/Numbers.java", NUMBERS);

        javac.compile(
                        List.of(
                                "-p",
                                Javac.runtimeModules(),
                                "-d",
                                javac.output("").toString()),
                        info,
                        numbers)
                .succeeded();

        assertThat(javac.classes("demo")).containsExactly("Numbers$below$Frame.class", "Numbers.class");
    }

    @Test
    void severalModulesAreWoven() {
        Javac javac = new Javac(root);
        List<String> options = List.of(
                "-p", Javac.runtimeModules(),
                "-d", javac.output("").toString(),
                "--module-source-path", root.resolve("src").toString());

        javac.compile(
                        options,
                        javac.source("one/module-info.java", "module one { requires dev.reprise; exports demo; }"),
                        javac.source("one/demo/Numbers.java", NUMBERS),
                        javac.source("two/module-info.java", "module two { requires dev.reprise; }"),
                        javac.source(
                                "two/other/Odds.java",
                                NUMBERS.replace("demo", "other").replace("Numbers", "Odds")))
                .succeeded();

        assertThat(javac.classes("one/demo")).containsExactly("Numbers$below$Frame.class", "Numbers.class");
        assertThat(javac.classes("two/other")).containsExactly("Odds$below$Frame.class", "Odds.class");
    }

    @Test
    void aFrameWhoseCoroutineIsGoneIsRemoved() {
        Javac javac = new Javac(root);
        String nested = NUMBERS.replace(
                "public class Numbers {",
                "public class Numbers { static class below {"
                        + " @Coroutine Iterable<Integer> inner() { Generator.yield(1); return Generator.end(); } }");
        javac.compile(javac.source("demo/Numbers.java", nested)).succeeded();
        assertThat(javac.classes("demo"))
                .containsExactly(
                        "Numbers$$below$Frame.class",
                        "Numbers$below$inner$Frame.class",
                        "Numbers$below.class",
                        "Numbers.class");

        javac.compile(javac.source("demo/Numbers.java", nested.replace("below(int limit)", "upTo(int limit)")))
                .succeeded();

        assertThat(javac.classes("demo"))
                .containsExactly(
                        "Numbers$below$inner$Frame.class",
                        "Numbers$below.class",
                        "Numbers$upTo$Frame.class",
                        "Numbers.class");
    }

    @Test
    void framesOfAClassThatHasNoCoroutineAnyMoreAreRemoved() {
        Javac javac = new Javac(root);
        javac.compile(javac.source("demo/Numbers.java", NUMBERS)).succeeded();

        javac.compile(javac.source("demo/Numbers.java", "package demo; public class Numbers {}"))
                .succeeded();

        assertThat(javac.classes("demo")).containsExactly("Numbers.class");
    }

    @Test
    void aClassOfTheUsersThatIsOnlyNamedLikeAFrameStays() {
        Javac javac = new Javac(root);
        javac.compile(javac.source("demo/Numbers.java", "package demo; class Numbers { static class Old$Frame {} }"))
                .succeeded();

        javac.compile(javac.source("demo/Numbers.java", NUMBERS)).succeeded();

        assertThat(javac.classes("demo")).contains("Numbers$Old$Frame.class");
    }

    @Test
    void severalCompilationsMayRunAtOnce() throws Exception {
        List<Javac> compilers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            compilers.add(new Javac(root.resolve("build" + i)));
        }

        assertThat(compilers.parallelStream()
                        .map(javac -> javac.compile(javac.source("demo/Numbers.java", NUMBERS)))
                        .toList())
                .allSatisfy(Javac.Result::succeeded);

        for (Javac javac : compilers) {
            assertThat(numbersBelow(2, javac.output(""))).containsExactly(0, 1);
        }
    }

    private static List<Integer> numbersBelow(int limit, Path classes) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, WeavingTest.class.getClassLoader())) {
            Method below = loader.loadClass("demo.Numbers").getMethod("below", int.class);
            List<Integer> numbers = new ArrayList<>();
            for (Object number : (Iterable<?>) below.invoke(null, limit)) {
                numbers.add((Integer) number);
            }
            return numbers;
        }
    }
}
