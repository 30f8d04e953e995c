package dev.reprise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tasks of a loop that have not ended: an array in which each task knows its place. */
final class TaskSet {

    private @Nullable RunningTask<?>[] tasks = new RunningTask<?>[16];
    private int size;

    void add(RunningTask<?> task) {
        if (size == tasks.length) {
            tasks = Arrays.copyOf(tasks, size * 2);
        }
        task.slot = size;
        tasks[size++] = task;
    }

    void remove(RunningTask<?> task) {
        RunningTask<?> last = tasks[--size];
        tasks[size] = null;
        if (last != null && last != task) {
            tasks[task.slot] = last;
            last.slot = task.slot;
        }
    }

    int size() {
        return size;
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
