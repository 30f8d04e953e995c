package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Sneaky;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link TaskGroup#start}. */
final class StartCall<V extends @Nullable Object> extends Async<V> {

    private final TaskGroup group;
    private final TaskGroup.Child<V> child;
    private boolean started;

    StartCall(TaskGroup group, TaskGroup.Child<V> child) {
        this.group = group;
        this.child = child;
    }

    @Override
    public @Nullable Object awaitIn(Context context) {
        if (started) {
            throw new IllegalStateException("a start() runs once: call it again for another child");
        }
        started = true;
        Promise<V> ready = group.loop().promise();
        Task<?> task = group.fork(called(ready));
        ready.onDone(done -> {
            if (done.isCancelled()) {
                task.cancel("its start was cancelled");
            }
        });
        task.onDone(ended -> endedBefore(ended, ready));
        return ready.awaitIn(context);
    }

    private Async<?> called(Promise<V> ready) {
        try {
            return child.run(ready);
        } catch (Exception failure) {
            throw Sneaky.raise(failure);
        }
    }

    private static void endedBefore(Task<?> task, Promise<?> ready) {
        if (ready.isDone()) {
            return;
        }
        if (task.isCancelled()) {
            ready.cancel(task + " was cancelled before it was ready");
            return;
        }
        Throwable failure = task.exception();
        ready.tryFail(
                failure != null
                        ? failure
                        : new IllegalStateException(
                                task + " ended before it was ready: it has to complete its promise"));
    }
}
