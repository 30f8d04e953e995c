package dev.reprise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the compiler write a class beside {@code Foo}, called {@code FooFutures}, by which plain Java uses the coroutines of
 * {@code Foo}: each of its methods starts one on an event loop and returns at once.
 *
 * <pre>{@code
 * Async<String> load(String key) throws IOException     CompletableFuture<String> load(String key)
 * AsyncGenerator<Line> lines()                          Flow.Publisher<Line> lines()
 * }</pre>
 *
 * <p>The methods are those that a {@link BlockingFacade} has. Nothing is thrown by the call: a failure is the future's.
 * Cancelling the future cancels the coroutine. See {@link FacadeLoop} for the threads.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface FutureFacade {}
