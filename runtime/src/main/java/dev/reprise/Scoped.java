package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * A resource that is written as a generator which yields once: what stands before the yield prepares it, what stands after
 * it cleans up.
 *
 * <pre>{@code
 * @Coroutine
 * static Generator<Connection, Void, Void> transaction(Database database) {
 *     Connection connection = database.open();
 *     try {
 *         Generator.yield(connection);
 *         connection.commit();
 *     } catch (SQLException e) {
 *         connection.rollback();
 *         throw e;
 *     } finally {
 *         connection.close();
 *     }
 *     return Generator.end();
 * }
 *
 * Scoped.use(transaction(database), connection -> connection.insert(row));
 * }</pre>
 *
 * <p>{@link #use} raises what the block throws at the yield, where the generator may catch it. A try-with-resources
 * statement keeps such a failure to itself, so in one the block says by {@link #complete()} that it went well; without
 * that, closing ends the generator at the yield: its {@code finally} blocks run, and nothing else of it.
 *
 * <pre>{@code
 * try (var scope = Scoped.of(transaction(database))) {
 *     scope.value().insert(row);
 *     scope.complete();
 * }
 * }</pre>
 *
 * <p>For one thread at a time.
 *
 * @param <T> type of the resource
 */
public final class Scoped<T extends @Nullable Object> implements AutoCloseable {

    /** A block of code that uses a resource. */
    @FunctionalInterface
    public interface Block<T extends @Nullable Object, X extends Exception> {
        void run(T resource) throws X;
    }

    private final Generator<T, ?, ?> generator;
    private final T value;
    private boolean left;

    private Scoped(Generator<T, ?, ?> generator, T value) {
        this.generator = generator;
        this.value = value;
    }

    /**
     * Runs the generator to its yield.
     *
     * @throws IllegalStateException if it ends without one
     */
    public static <T extends @Nullable Object> Scoped<T> of(Generator<T, ?, ?> generator) {
        try {
            return new Scoped<>(generator, generator.next());
        } catch (GeneratorEnd end) {
            throw new IllegalStateException(
                    generator + " ended without a yield: a scope yields its resource once", end);
        }
    }

    /**
     * Runs the generator to its yield, then the block, then the rest of the generator.
     *
     * <p>What the block throws is raised at the yield. If the generator catches it, all is well and this returns; if not,
     * the same failure comes out.
     *
     * @throws IllegalStateException if the generator does not yield exactly once
     */
    public static <T extends @Nullable Object, X extends Exception> void use(
            Generator<T, ?, ?> generator, Block<? super T, X> block) throws X {
        Scoped<T> scope = of(generator);
        try {
            block.run(scope.value);
        } catch (Throwable failure) {
            scope.leave(() -> generator.throwInto(failure));
            return;
        }
        scope.complete();
    }

    /** What the generator yielded. */
    public T value() {
        return value;
    }

    /**
     * The block went well: runs the rest of the generator.
     *
     * @throws IllegalStateException if it yields again, or if the scope was left before
     */
    public void complete() {
        if (left) {
            throw new IllegalStateException("the scope of " + generator + " was left before: complete() ends it once");
        }
        leave(generator::next);
    }

    private void leave(Runnable rest) {
        left = true;
        try {
            rest.run();
        } catch (GeneratorEnd end) {
            return;
        }
        generator.close();
        throw new IllegalStateException(generator + " yielded again: a scope yields its resource once");
    }

    /** Ends the generator at its yield; after {@link #complete()}, nothing. */
    @Override
    public void close() {
        left = true;
        generator.close();
    }
}
