package dev.reprise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method whose body may suspend. The declared return type says what kind of coroutine it is:
 *
 * <ul>
 *   <li>{@link Async} – a coroutine, started when it is awaited or made a {@link Task};
 *   <li>{@link java.util.concurrent.CompletableFuture CompletableFuture} or {@link
 *       java.util.concurrent.CompletionStage CompletionStage} – a coroutine that starts at once on the calling thread;
 *   <li>{@link java.util.Iterator Iterator}, {@link Iterable} or {@link Generator} – a generator, started by the first
 *       pull.
 * </ul>
 *
 * <p>A lambda cannot carry the annotation: a lambda that suspends and returns one of these types is a coroutine by
 * itself.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Coroutine {}
