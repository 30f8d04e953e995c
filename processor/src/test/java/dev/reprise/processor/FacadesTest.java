package dev.reprise.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FacadesTest {
    private static final String STORE = """
            package shop;

            import static dev.reprise.Async.*;

            import dev.reprise.*;
            import java.io.IOException;
            import java.lang.annotation.*;
            import java.util.*;
            import java.util.concurrent.*;

            @interface NullMarked {}

            @Target(ElementType.TYPE_USE)
            @interface Nullable {}

            interface Source<V> {
                /** What {@code key} stands for; $ is no variable. */
                Async<V> load(String key) throws IOException;
            }

            @BlockingFacade
            @FutureFacade
            @NullMarked
            public abstract class Store<K extends Comparable<? super K> & java.io.Serializable, V extends @Nullable Object>
                    implements Source<V>, AsyncCloseable {

                @Coroutine
                @Deprecated
                protected <X extends Exception, E extends @Nullable Object> Async<Map<K, @Nullable E>> all(
                        @Nullable String hint, E @Nullable [] first, K... keys) throws X {
                    return of(await(of(new HashMap<>())));
                }

                @Coroutine
                public Async<Integer> all(int loop) {
                    return of(loop + await(of(1)));
                }

                @Coroutine
                public Async<@Nullable Void> save(V coroutines) throws IOException, TimeoutException {
                    return done();
                }

                @Coroutine
                public AsyncGenerator<V> values(List<? extends V> some) {
                    for (V value : some) {
                        Generator.yield(await(of(value)));
                    }
                    return Generator.end();
                }

                @Coroutine
                public CompletableFuture<V> hot(V value) {
                    return CompletableFuture.completedFuture(await(of(value)));
                }

                @Coroutine
                public static Async<String> name() {
                    return of("store");
                }

                private Async<String> hidden() {
                    return of("");
                }

                public String plain() {
                    return "";
                }

                public static class Inner {
                    @FutureFacade
                    public interface Deep {
                        Async<String> deep();
                    }
                }
            }
            """;

    @TempDir
    Path root;

    @Test
    void aBlockingFacadeCarriesEverythingOver() throws IOException {
        assertThat(generated("shop/StoreBlocking.java"))
                .contains(
                        "@NullMarked",
                        "public final class StoreBlocking<K extends Comparable<? super K> & Serializable,"
                                + " V extends @Nullable Object> implements AutoCloseable {\n")
                .endsWith("""
                            @Deprecated
                            <X extends Exception, E extends @Nullable Object> Map<K, @Nullable E> all(@Nullable String hint,
                                    E @Nullable [] first, K... keys) throws X {
                                return this.loop.call(() -> this.coroutines.all(hint, first, keys));
                            }

                            public Integer all(int loop) {
                                return this.loop.call(() -> this.coroutines.all(loop));
                            }

                            public void save(V coroutines) throws IOException, TimeoutException {
                                this.loop.call(() -> this.coroutines.save(coroutines));
                            }

                            public Stream<V> values(List<? extends V> some) {
                                return this.loop.stream(() -> this.coroutines.values(some));
                            }

                            public V hot(V value) {
                                return this.loop.call(() -> Async.from(this.coroutines.hot(value)));
                            }

                            public String name() {
                                return this.loop.call(() -> Store.name());
                            }

                            /**
                             * What {@code key} stands for; $ is no variable.
                             */
                            public V load(String key) throws IOException {
                                return this.loop.call(() -> this.coroutines.load(key));
                            }

                            /**
                             * Closes the {@link Store}, and ends the event loop if it is this facade's own.
                             */
                            @Override
                            public void close() {
                                try {
                                    this.loop.call(() -> this.coroutines.closeAsync());
                                } finally {
                                    this.loop.close();
                                }
                            }
                        }
                        """);
    }

    @Test
    void aFutureFacadeThrowsNothing() throws IOException {
        assertThat(generated("shop/StoreFutures.java")).contains("""
                            @Deprecated
                            <X extends Exception, E extends @Nullable Object> CompletableFuture<Map<K, @Nullable E>> all(
                                    @Nullable String hint, E @Nullable [] first, K... keys) {
                                return this.loop.start(() -> this.coroutines.all(hint, first, keys));
                            }

                            public CompletableFuture<Integer> all(int loop) {
                                return this.loop.start(() -> this.coroutines.all(loop));
                            }

                            public CompletableFuture<@Nullable Void> save(V coroutines) {
                                return this.loop.start(() -> this.coroutines.save(coroutines));
                            }

                            public Flow.Publisher<V> values(List<? extends V> some) {
                                return this.loop.publisher(() -> this.coroutines.values(some));
                            }

                            public CompletableFuture<V> hot(V value) {
                                return this.loop.start(() -> Async.from(this.coroutines.hot(value)));
                            }

                            public CompletableFuture<String> name() {
                                return this.loop.start(() -> Store.name());
                            }

                            /**
                             * What {@code key} stands for; $ is no variable.
                             */
                            public CompletableFuture<V> load(String key) {
                                return this.loop.start(() -> this.coroutines.load(key));
                            }
                        """);
    }

    @Test
    void aNestedTypeHasItsFacadeBesideTheOuterOne() throws IOException {
        assertThat(generated("shop/Store_Inner_DeepFutures.java"))
                .contains("    public CompletableFuture<String> deep() {\n"
                        + "        return this.loop.start(() -> this.coroutines.deep());\n");
    }

    @Test
    void everyMistakeIsReportedAtItsMethod() {
        Javac javac = new Javac(root);
        Javac.Result result = javac.compile(javac.source("Bad.java", """
                        import dev.reprise.*;
                        @BlockingFacade
                        @FutureFacade
                        interface Bad {
                            Async<?> open();
                            @SuppressWarnings("rawtypes") Async raw();
                            Async<Void> take(java.util.List<? extends Task<Integer>[]> tasks);
                            Async<Void> close();
                            <A extends Task<Integer>> Async<Void> bound(A task);
                            Async<java.util.List<Task<Integer>>> tasks();
                            Async<Void> anything() throws Throwable;
                            <X extends Throwable & java.io.Serializable> Async<Void> some(Class<? extends X> type) throws X;
                            Async<Void> fine(String text);
                            <X extends Exception & java.io.Serializable> Async<Void> fine(Class<? extends X> type) throws X, Error;
                            <C extends Comparable<C>> Async<C> fine(C one, C other);
                        }
                        @BlockingFacade
                        class Hiding {
                            private static class Hidden { static class Deep {} }
                            Async<Hidden> result() { return Async.failed(new Error()); }
                            Async<Void> take(java.util.Set<? super Hidden.Deep> hidden) { return Async.done(); }
                        }
                        """)).failed();

        assertThat(result.messages())
                .extracting(message -> message.substring(0, message.indexOf(": ", message.indexOf(']'))))
                .containsExactly(
                        "Bad.java:5: [FacadeMethod] open() cannot be part of a facade of Bad",
                        "Bad.java:6: [FacadeMethod] raw() cannot be part of a facade of Bad",
                        "Bad.java:7: [FacadeMethod] take(List<? extends Task<Integer>[]>) cannot be part of a facade of Bad",
                        "Bad.java:8: [FacadeMethod] close() cannot be part of a facade of Bad",
                        "Bad.java:9: [FacadeMethod] bound(A) cannot be part of a facade of Bad",
                        "Bad.java:10: [FacadeMethod] tasks() cannot be part of a facade of Bad",
                        "Bad.java:11: [FacadeMethod] anything() cannot be part of a facade of Bad",
                        "Bad.java:12: [FacadeMethod] some(Class<? extends X>) cannot be part of a facade of Bad",
                        "Bad.java:20: [FacadeMethod] result() cannot be part of a facade of Hiding",
                        "Bad.java:21: [FacadeMethod] take(Set<? super Hiding.Hidden.Deep>) cannot be part of a facade of Hiding");
        assertThat(javac.output("BadBlocking.java")).doesNotExist();
    }

    @Test
    void boundsAndExceptionsAreCarriedOverWhereTheyCanBe() throws IOException {
        Javac javac = new Javac(root);
        javac.compile(javac.source("Fine.java", """
                        import dev.reprise.*;
                        @BlockingFacade
                        @FutureFacade
                        interface Fine {
                            <X extends Exception & java.io.Serializable> Async<Void> raise(Class<? extends X> type) throws X, Error;
                            <C extends Comparable<C>> Async<C> greater(C one, C other);
                            <T, L extends java.util.List<? super T>> Async<L> filled(L list, T with);
                        }
                        """)).succeeded();
        assertThat(generated("FineBlocking.java")).contains("raise(");
    }

    @Test
    void aNameThatIsTakenIsAnError() {
        Javac javac = new Javac(root);
        Javac.Result result = javac.compile(javac.source("Taken.java", """
                        import dev.reprise.*;
                        @BlockingFacade
                        interface Taken {
                            Async<Void> fine();
                        }
                        class TakenBlocking {}
                        """)).failed();

        assertThat(result.messages())
                .anySatisfy(message -> assertThat(message)
                        .contains("[FacadeType] Taken cannot have a facade: its file TakenBlocking.java"));
    }

    @Test
    void theFacadeOfATypeWithAGeneratedTypeWaitsForIt() {
        Javac javac = new Javac(root);
        javac.compile(javac.source("Late.java", """
                        import dev.reprise.*;
                        @BlockingFacade
                        interface Late {
                            Async<EarlyFutures> early();
                            @FutureFacade
                            interface Early0 { Async<Void> nothing(); }
                        }
                        @FutureFacade
                        interface Early { Async<Void> nothing(); }
                        """)).succeeded();

        assertThat(javac.output("LateBlocking.class")).exists();
    }

    private String generated(String name) throws IOException {
        Javac javac = new Javac(root).with("-Xlint:all,-processing,-rawtypes,-try,-unchecked");
        Javac.Result result = javac.compile(javac.source("shop/Store.java", STORE));
        assertThat(result.success()).as(String.valueOf(result.messages())).isTrue();
        return Files.readString(javac.output(name));
    }
}
