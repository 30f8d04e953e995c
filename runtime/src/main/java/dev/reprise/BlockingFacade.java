package dev.reprise;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the compiler write a class beside {@code Foo}, called {@code FooBlocking}, by which plain Java uses the coroutines
 * of {@code Foo}: each of its methods runs one on an event loop and waits for the result.
 *
 * <pre>{@code
 * Async<String> load(String key) throws IOException     String load(String key) throws IOException
 * AsyncGenerator<Line> lines()                          Stream<Line> lines(), to be closed
 * }</pre>
 *
 * <p>The methods are those of {@code Foo} and its supertypes that are not private and return {@link Async}, a {@link
 * java.util.concurrent.CompletionStage} or an {@link AsyncIterable}; type parameters, {@code throws}, nullness annotations
 * and Javadoc are carried over. See {@link FacadeLoop} for the threads, failures and interruption.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface BlockingFacade {}
