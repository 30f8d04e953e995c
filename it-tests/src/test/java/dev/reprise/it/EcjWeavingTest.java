package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.it.program.SuspensionPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the processor does inside Eclipse's batch compiler, beside {@link EcjTest}'s programs. */
class EcjWeavingTest {

    private static final String SHOP = """
            package shop;

            import static dev.reprise.Async.await;
            import static dev.reprise.it.program.Turns.*;

            import dev.reprise.Async;
            import dev.reprise.Coroutine;

            public class Shop {
                @Coroutine
                static Async<Integer> price(String item) {
                    return Async.of(item.length() + await(later(1)));
                }

                public static void main(String[] args) {
                    System.out.println(run(price("pear")));
                }
            }
            """;

    private static final String BROKEN = """
            package shop;

            import static dev.reprise.Async.await;
            import static dev.reprise.it.program.Turns.*;

            import dev.reprise.Async;
            import dev.reprise.Coroutine;

            class Till {
                @Coroutine
                Async<Integer> open() {
                    synchronized (this) {
                        return Async.of(await(later(1)));
                    }
                }

                static class Drawer {
                    int count() {
                        return await(later(2));
                    }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aCoroutineThatCannotBeWovenIsAnErrorOfItsLine() throws IOException {
        Ecj.Compilation compilation = compile(List.of(), Map.of("Till", BROKEN, "Shop", SHOP));
        assertThat(compilation.success()).isFalse();
        assertThat(compilation.messages())
                .contains(
                        "Till.java (at line 13)\n\treturn Async.of(await(later(1)));\n\t^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
                                + "shop.Till.open:13: [AwaitInSynchronized] await(...) cannot suspend here")
                .contains("Till.java (at line 19)\n\treturn await(later(2));\n\t^^^^^^^^^^^^^^^^^^^^^^^\n"
                        + "shop.Till$Drawer.count:19: [AwaitOutsideCoroutine] await(...) cannot suspend here")
                .contains("2 problems (2 errors)");
        assertThat(classes()).containsOnlyKeys("shop.Shop", "shop.Shop$price$Frame");
    }

    @Test
    void withoutLineNumbersTheErrorNamesTheMethod() throws IOException {
        Ecj.Compilation compilation = compile(List.of("-g:none"), Map.of("Till", BROKEN));
        assertThat(compilation.success()).isFalse();
        assertThat(compilation.messages())
                .contains("ERROR in " + folder.resolve("Till.java").toRealPath())
                .contains("shop.Till.open: [AwaitInSynchronized]")
                .contains("shop.Till$Drawer.count: [AwaitOutsideCoroutine]");
        assertThat(classes()).isEmpty();
    }

    @Test
    void anErrorOfTheSourceItselfIsSaidAsEver() throws IOException {
        Ecj.Compilation compilation = compile(List.of(), Map.of("Shop", SHOP.replace("item.length()", "item.size()")));
        assertThat(compilation.success()).isFalse();
        assertThat(compilation.messages())
                .contains("The method size() is undefined for the type String")
                .contains("1 problem (1 error)");
    }

    @Test
    void aSecondCompilationWritesTheSame() throws IOException {
        compile(List.of(), Map.of("Shop", SHOP));
        Map<String, byte[]> first = classes();
        Ecj.Compilation second = compile(List.of(), Map.of("Shop", SHOP));
        assertThat(second.messages()).isEmpty();
        assertThat(classes()).containsExactlyInAnyOrderEntriesOf(first);
    }

    @Test
    void aClassThatIsWovenAlreadyIsCompiledAgainst() throws Exception {
        compile(List.of(), Map.of("Shop", SHOP));
        Ecj.Compilation second = compile(List.of("-classpath", classPathAndOutput()), Map.of("Fair", """
                package shop;

                import static dev.reprise.Async.await;
                import static dev.reprise.it.program.Turns.*;

                import dev.reprise.Async;
                import dev.reprise.Coroutine;

                public class Fair extends Shop {
                    @Coroutine
                    static Async<Integer> twice(String item) {
                        return Async.of(await(price(item)) + await(price(item)));
                    }

                    public static void main(String[] args) {
                        System.out.println(run(twice("pear")));
                    }
                }
                """));
        assertThat(second.messages()).isEmpty();
        assertThat(run("shop.Fair")).containsExactly("10");
    }

    /** What the coroutine closes is declared in files that ecj generates after its own. */
    @Test
    void supertypesInFilesThatAreCompiledLaterAreKnown() throws Exception {
        Ecj.Compilation compilation = compile(
                List.of(), Map.of("A", """
                        import static dev.reprise.Async.await;
                        import static dev.reprise.it.program.Turns.*;

                        import dev.reprise.Async;
                        import dev.reprise.Coroutine;

                        class A {
                            @Coroutine
                            static Async<String> use() {
                                class Here extends Z.Door {}
                                try (var door = new Z.Door(); var here = new Here()) {
                                    return Async.of("used" + await(later("!")));
                                }
                            }

                            public static void main(String[] args) {
                                System.out.println(run(use()));
                            }
                        }
                        """, "Y", "interface Y extends dev.reprise.AsyncCloseable {}", "Z", """
                        import static dev.reprise.Async.await;
                        import static dev.reprise.it.program.Turns.*;

                        import dev.reprise.Async;
                        import dev.reprise.Coroutine;

                        class Z {
                            static class Door implements Y {
                                @Override
                                @Coroutine
                                public Async<Void> closeAsync() {
                                    System.out.println(await(later("closed")));
                                    return Async.of(null);
                                }
                            }
                        }
                        """));
        assertThat(compilation.messages()).isEmpty();
        assertThat(run("A")).containsExactly("closed", "closed", "used!");
    }

    /** ecj asks a processor only if nobody has claimed all annotations; here there are none. */
    @Test
    void aLambdaNeedsNoAnnotation() throws Exception {
        Ecj.Compilation compilation = compile(List.of(), Map.of("Lambdas", """
                import static dev.reprise.Async.await;
                import static dev.reprise.it.program.Turns.*;

                import dev.reprise.Async;
                import java.util.function.Function;

                class Lambdas {
                    public static void main(String[] args) {
                        Function<String, Async<String>> greet = name -> Async.of("Hello, " + await(later(name)));
                        System.out.println(run(greet.apply("Ann")));
                    }
                }
                """));
        assertThat(compilation.messages()).isEmpty();
        assertThat(run("Lambdas")).containsExactly("Hello, Ann");
    }

    @Test
    void facadesAreWrittenAndCompiledToo() throws Exception {
        Ecj.Compilation compilation = compile(List.of("-s", folder.toString()), Map.of("Weather", """
                import static dev.reprise.Async.await;
                import static dev.reprise.it.program.Turns.*;

                import dev.reprise.Async;
                import dev.reprise.BlockingFacade;
                import dev.reprise.Coroutine;

                @BlockingFacade
                public class Weather {
                    @Coroutine
                    public Async<String> today(String city) {
                        return Async.of(city + await(later(": sun")));
                    }

                    public static void main(String[] args) throws Exception {
                        System.out.println(new WeatherBlocking(new Weather()).today("Rome"));
                    }
                }
                """));
        assertThat(compilation.messages()).isEmpty();
        assertThat(run("Weather")).containsExactly("Rome: sun");
    }

    @Test
    void withoutTheProcessorTheFirstAwaitFails() throws Exception {
        Path source = Files.writeString(folder.resolve("Shop.java"), SHOP);
        Ecj.withoutProcessor().compile(output(), List.of(source), List.of());
        try (ProgramLoader loader = new ProgramLoader(List.of(output()))) {
            assertThat(ProgramRun.of("shop.Shop", loader, SuspensionPattern.always())
                            .failure())
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("shop.Shop was compiled without the reprise processor");
        }
    }

    @Test
    void compilationsAtTheSameTimeDoNotMeet() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<String>>> compilations = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Path output = folder.resolve("out" + i);
                String item = "pears".repeat(i + 1);
                Path source = Files.writeString(
                        Files.createDirectories(folder.resolve("in" + i)).resolve("Shop.java"),
                        SHOP.replace("pear", item));
                compilations.add(() -> {
                    Ecj.Compilation compilation = Ecj.withProcessor().compile(output, List.of(source), List.of());
                    return List.of(
                            compilation.messages(),
                            String.valueOf(DirectWeaving.classFiles(output).size()));
                });
            }
            for (Future<List<String>> result : threads.invokeAll(compilations)) {
                assertThat(result.get()).containsExactly("", "2");
            }
        } finally {
            threads.shutdown();
        }
        try (ProgramLoader loader = new ProgramLoader(List.of(folder.resolve("out7")))) {
            loader.verify("shop.Shop");
            assertThat(ProgramRun.of("shop.Shop", loader, SuspensionPattern.always())
                            .lines())
                    .containsExactly("41");
        }
    }

    private Ecj.Compilation compile(List<String> options, Map<String, String> sources) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> source : sources.entrySet()) {
            files.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()));
        }
        return Ecj.withProcessor().compile(output(), files, options);
    }

    private Path output() {
        return folder.resolve("out");
    }

    private String classPathAndOutput() {
        return Javac.join(List.of(Artifacts.runtime(), Artifacts.programSupport(), output()));
    }

    private Map<String, byte[]> classes() throws IOException {
        return DirectWeaving.classFiles(output());
    }

    private List<String> run(String mainClass) throws Exception {
        try (ProgramLoader loader = new ProgramLoader(List.of(output()))) {
            loader.verify(mainClass);
            ProgramRun run = ProgramRun.of(mainClass, loader, SuspensionPattern.always());
            assertThat(run.failure()).isNull();
            return run.lines();
        }
    }
}
