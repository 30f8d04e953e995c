package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reflection sees of a coroutine what it would see of the method that was written. */
class DeclarationsSurviveTest {

    private static final String SOURCE = """
            import static dev.reprise.Async.*;
            import dev.reprise.*;
            import java.lang.annotation.*;
            import java.util.*;
            import java.util.concurrent.*;
            import java.util.function.*;

            class Declared {
                @Retention(RetentionPolicy.RUNTIME) @interface Mark { String value() default "d"; int[] numbers() default {}; }
                @Retention(RetentionPolicy.RUNTIME) @Target(ElementType.TYPE_USE) @interface Use { int value() default 0; }
                @Retention(RetentionPolicy.RUNTIME) @Target(ElementType.PARAMETER) @interface Given { Class<?> value(); }

                interface Face<T> {
                    Async<? extends T> bridged(T t) throws Exception;
                    @Mark("default") @Coroutine default Async<@Use(9) T> dflt(@Given(Face.class) T t) { return of(await(of(t))); }
                    @Coroutine private Async<T> hidden(T t) { return of(await(of(t))); }
                    @Coroutine static <A> Iterable<A> all(@Given(String.class) List<? super A> list, A... as) { Generator.yield(as[0]); return Generator.end(); }
                }

                static class Impl<@Use(1) X extends Comparable<X> & java.io.Serializable> implements Face<String> {
                    @Override @Deprecated(since = "2", forRemoval = true) @Mark(value = "b", numbers = {1, 2})
                    @Coroutine public final Async<@Use(3) String> bridged(final @Given(int[].class) @Use(4) String t) throws java.io.IOException, @Use(5) IllegalStateException {
                        return of(await(of(t)) + t);
                    }
                    @Mark @Coroutine protected <Y extends @Use(6) X, E extends Exception> CompletableFuture<Map<? extends Y, @Use(7) X[]>> future(
                            @Given(Map.class) Y y, int @Use(8) [] plain, long... rest) throws E {
                        await(of(y));
                        return CompletableFuture.completedFuture(null);
                    }
                    @Coroutine private static Async<Integer> many(boolean a, byte b, char c, short d, float e, double f, Object... g) { return of(await(of(1))); }
                    @Coroutine Async<Void> receiver(@Use(10) Impl<@Use(11) X> this) { await(done()); return done(); }
                }

                enum Constant {
                    ONE { @Override @Mark("one") @Coroutine Async<Integer> value(@Given(Constant.class) int i) { return of(await(of(i))); } };
                    abstract Async<Integer> value(int i);
                }

                record Point(int x, @Mark("component") int y) {
                    @Mark("record") @Coroutine Async<Point> moved(@Given(Point.class) int by) { return of(new Point(x + await(of(by)), y)); }
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void whatReflectionSeesIsAsWritten() throws Exception {
        List<String> written = describe(compile(Javac.withoutProcessor(), "plain"));
        List<String> woven = describe(compile(Javac.withProcessor(), "woven"));
        assertThat(written).hasSizeGreaterThan(12);
        assertThat(woven).containsExactlyElementsOf(written);
    }

    private Path compile(Javac javac, String name) throws Exception {
        Path source = Files.writeString(folder.resolve("Declared.java"), SOURCE);
        Path output = folder.resolve(name);
        Javac.Compilation compilation =
                javac.compile(output, List.of(source), List.of("-parameters", "-g", "-Xlint:none"));
        assertThat(compilation.success()).as(compilation.report()).isTrue();
        return output;
    }

    /** Everything that is declared, but for the synthetic bodies. */
    private static List<String> describe(Path classes) throws Exception {
        List<String> lines = new ArrayList<>();
        try (ProgramLoader loader = new ProgramLoader(List.of(classes))) {
            for (String name : List.of("Face", "Impl", "Constant", "Constant$1", "Point")) {
                Class<?> declaring = loader.loadClass("Declared$" + name);
                for (Method method : declaring.getDeclaredMethods()) {
                    if (!method.isSynthetic() || method.isBridge()) {
                        lines.add(name + ": " + describe(method));
                    }
                }
            }
        }
        return lines.stream().sorted().toList();
    }

    private static String describe(Method method) {
        Stream<String> parts = Stream.of(
                method.toGenericString(),
                "modifiers " + method.getModifiers() + method.isVarArgs() + method.isDefault() + method.isBridge(),
                Arrays.toString(method.getAnnotations()),
                method.getAnnotatedReturnType().toString(),
                Arrays.toString(method.getAnnotatedParameterTypes()),
                // javac copies annotations to bridges, whose throws clause may be shorter: reflection fails there
                method.isBridge() ? "" : Arrays.toString(method.getAnnotatedExceptionTypes()),
                String.valueOf(method.getAnnotatedReceiverType()),
                parameters(method),
                Arrays.toString(method.getTypeParameters()));
        return String.join(" | ", parts.toList());
    }

    private static String parameters(Executable method) {
        List<String> described = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            described.add(parameter.getModifiers() + " " + parameter.getName() + parameter.isNamePresent() + " "
                    + Arrays.toString(parameter.getAnnotations()) + parameter.getParameterizedType());
        }
        return described.toString();
    }
}
