package dev.reprise;

import dev.reprise.frame.Frame;
import dev.reprise.frame.PointTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A step of a loop in debug mode as it was when it began. Immutable, so that the watching thread may read it. */
final class StepRecord {

    /** Coroutines that are remembered, so that a deep recursion does not make every step slow. */
    private static final int DEEPEST = 64;

    final Runnable step;

    /** By {@link System#nanoTime()}. */
    final long began;

    private final String name;
    private final List<Stand> stack;

    /** Where a coroutine stood: computed from the label only if somebody asks. */
    private record Stand(PointTable method, int label) {}

    StepRecord(Runnable step) {
        this.step = step;
        this.began = System.nanoTime();
        this.name = step instanceof RunningTask<?> task ? "Task " + task.name() : "";
        this.stack = step instanceof RunningTask<?> task ? stand(task) : List.of();
    }

    private static List<Stand> stand(RunningTask<?> task) {
        if (task.unstarted() instanceof Frame<?> frame) {
            return List.of(new Stand(PointTable.of(frame), Frame.CREATED));
        }
        List<Frame<?>> outermostFirst = task.frames();
        int left = Math.min(outermostFirst.size(), DEEPEST);
        List<Stand> stack = new ArrayList<>(left);
        for (int i = outermostFirst.size() - 1; left > 0; i--, left--) {
            Frame<?> frame = outermostFirst.get(i);
            stack.add(new Stand(PointTable.of(frame), frame.label));
        }
        return Collections.unmodifiableList(stack);
    }

    @Nullable Task<?> task() {
        return step instanceof RunningTask<?> task ? task : null;
    }

    /** The task or callback, and where its coroutine stood. */
    String text() {
        if (name.isEmpty()) {
            return String.valueOf(step);
        }
        List<StackTraceElement> stood = positions();
        return stood.isEmpty() ? name : name + ", from " + stood.get(0) + " on,";
    }

    /** The coroutines as they stood, in the form of a stack trace. */
    Throwable trace() {
        Throwable trace = new Throwable("where the step began");
        trace.setStackTrace(positions().toArray(StackTraceElement[]::new));
        return trace;
    }

    private List<StackTraceElement> positions() {
        return stack.stream().map(stand -> stand.method.position(stand.label)).toList();
    }
}
