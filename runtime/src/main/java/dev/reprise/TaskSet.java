package dev.reprise;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tasks of a loop that have not ended: an array in which each task knows its place. */
final class TaskSet {

    private static final VarHandle SIZE;

    static {
        try {
            SIZE = MethodHandles.lookup().findVarHandle(TaskSet.class, "size", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private @Nullable RunningTask<?>[] tasks = new RunningTask<?>[16];

    /** Written opaquely, for those who look from outside. */
    private int size;

    void add(RunningTask<?> task) {
        if (size == tasks.length) {
            tasks = Arrays.copyOf(tasks, size * 2);
        }
        task.slot = size;
        tasks[size] = task;
        SIZE.setOpaque(this, size + 1);
    }

    void remove(RunningTask<?> task) {
        int left = size - 1;
        RunningTask<?> last = tasks[left];
        tasks[left] = null;
        SIZE.setOpaque(this, left);
        if (last != null && last != task) {
            tasks[task.slot] = last;
            last.slot = task.slot;
        }
    }

    int size() {
        return size;
    }

    /** As {@link #size()}, a moment ago. Thread-safe. */
    int sizeFromOutside() {
        return (int) SIZE.getOpaque(this);
    }

    /** The tasks in the order of their creation. */
    List<RunningTask<?>> inOrder() {
        List<RunningTask<?>> all = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            RunningTask<?> task = tasks[i];
            if (task != null) {
                all.add(task);
            }
        }
        all.sort(Comparator.comparingInt(task -> task.id));
        return all;
    }
}
