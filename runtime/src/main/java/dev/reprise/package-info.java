/**
 * Coroutines, tasks and the event loop that runs them. Where to look:
 *
 * <ul>
 *   <li>To write a coroutine: {@link dev.reprise.Coroutine} marks it, {@link dev.reprise.Async} is what it returns and has
 *       {@code await}, {@code sleep} and everything else that is awaited.
 *   <li>To run it: {@link dev.reprise.EventLoop}, with {@link dev.reprise.LoopOptions}.
 *   <li>Several at a time: {@link dev.reprise.Task} and {@link dev.reprise.TaskGroup}; {@code gather}, {@code race} and the
 *       like are in {@link dev.reprise.Async}. {@link dev.reprise.ContextVar} goes with a task.
 *   <li>An outcome from elsewhere: {@link dev.reprise.Promise}; {@code Async.await} takes a {@code CompletionStage}, too.
 *   <li>To stop: {@link dev.reprise.Task#cancel(String)}, {@link dev.reprise.CancelScope}, {@link dev.reprise.Timeout}. It
 *       arrives as {@link dev.reprise.Cancelled} or {@link dev.reprise.TimedOut}.
 *   <li>Values one by one: {@link dev.reprise.Generator} and {@link dev.reprise.Sequence}; with waiting in between {@link
 *       dev.reprise.AsyncGenerator}, {@link dev.reprise.AsyncIterable}, {@link dev.reprise.AsyncCloseable}.
 *   <li>To look inside: {@link dev.reprise.CoroutineState}, {@code Async.locals()}, {@link dev.reprise.Task#stack()}, {@link
 *       dev.reprise.UnhandledFailure}.
 * </ul>
 *
 * <p>{@link dev.reprise.sync} has locks and queues, {@link dev.reprise.io} sockets, {@link dev.reprise.testing} virtual
 * time. {@link dev.reprise.frame} is for generated code.
 */
@NullMarked
package dev.reprise;

import org.jspecify.annotations.NullMarked;
