package dev.reprise;

import dev.reprise.loop.Residents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The tasks of a loop that have not ended. */
final class TaskSet {

    private final Residents residents;

    /** @param residents where nobody else enters */
    TaskSet(Residents residents) {
        this.residents = residents;
    }

    void add(RunningTask<?> task) {
        task.number = residents.enter(task);
    }

    void remove(RunningTask<?> task) {
        residents.leave(task.number);
    }

    int size() {
        return residents.size();
    }

    /** As {@link #size()}, a moment ago. Thread-safe. */
    int sizeFromOutside() {
        return residents.sizeFromOutside();
    }

    /** The tasks in the order of their creation. */
    List<RunningTask<?>> inOrder() {
        List<RunningTask<?>> all = new ArrayList<>(size());
        residents.forEach(resident -> all.add((RunningTask<?>) resident));
        all.sort(Comparator.comparingInt(task -> task.id));
        return all;
    }
}
