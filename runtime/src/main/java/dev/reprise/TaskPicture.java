package dev.reprise;

import dev.reprise.frame.Frame;
import dev.reprise.frame.PointTable;
import dev.reprise.frame.Suspension;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a task looks like from outside. Thread-safe as far as the task has ended. */
final class TaskPicture {

    /** Characters of an outcome that the text shows. */
    private static final int LONGEST_OUTCOME = 100;

    private TaskPicture() {}

    /** See {@link Task#stack()}. */
    static List<StackTraceElement> stack(RunningTask<?> task) {
        if (task.hasFailed() && task.ending() instanceof Throwable failure) {
            List<StackTraceElement> trace = Arrays.asList(failure.getStackTrace());
            Collections.reverse(trace);
            return Collections.unmodifiableList(trace);
        }
        return task.frames().stream().map(Frame::position).toList();
    }

    /** Its name, its coroutine and how far it has come. */
    static String text(RunningTask<?> task) {
        Object coroutine = coroutine(task);
        return "Task " + task.name() + (coroutine == null ? "" : " of " + coroutine) + " (" + progress(task) + ")";
    }

    /** Where the coroutine stands or, if it does not, begins; the object that is to be started if it has no source. */
    private static @Nullable Object coroutine(RunningTask<?> task) {
        List<Frame<?>> chain = task.frames();
        if (!chain.isEmpty()) {
            return chain.get(0).position();
        }
        PointTable begun = task.coroutineBegun();
        if (begun != null) {
            return begun.position(Frame.CREATED);
        }
        Awaitable<?> unstarted = task.unstarted();
        return unstarted instanceof Frame<?> frame ? frame.position() : unstarted;
    }

    private static String progress(RunningTask<?> task) {
        return switch (task.phaseAcquire()) {
            case TaskState.NOT_STARTED -> "not started";
            case TaskState.RUNNING -> "running";
            case TaskState.SUSPENDED -> whereSuspended(task);
            case TaskState.RETURNED -> with("returned", " ", task.ending());
            case TaskState.FAILED -> with("failed", ": ", task.ending());
            default -> with("cancelled", ": ", task.ending() instanceof Cancelled c ? c.getMessage() : null);
        };
    }

    private static String whereSuspended(RunningTask<?> task) {
        List<Frame<?>> chain = task.frames();
        Suspension source = task.source();
        String where = chain.size() < 2
                ? "suspended"
                : "suspended at " + chain.get(chain.size() - 1).position();
        String what = source instanceof RunningTask<?> awaited ? awaited.name() : String.valueOf(source);
        return source == null ? where : where + ", waits for " + what;
    }

    private static String with(String word, String separator, @Nullable Object outcome) {
        if (outcome == null) {
            return word;
        }
        String text = outcome.toString();
        return word + separator + (text.length() <= LONGEST_OUTCOME ? text : text.substring(0, LONGEST_OUTCOME) + "…");
    }
}
