package dev.reprise;

import dev.reprise.frame.GeneratorSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a loop ends what is left on it, and closes the async generators that nobody holds any more. */
final class LoopEnd {

    private final EventLoop loop;
    private final GeneratorSet generators;

    LoopEnd(EventLoop loop, GeneratorSet generators) {
        this.loop = loop;
        this.generators = generators;
    }

    /** Makes tasks that close the generators that were dropped. */
    void closeDropped() {
        List<Async<@Nullable Void>> dropped = generators.closeDropped();
        if (!dropped.isEmpty()) {
            closing(dropped);
        }
    }

    /** Ends everything, on the loop's thread while the loop runs. */
    void end() {
        try {
            endTasks();
            endGenerators();
            loop.core().belongings().endAll();
            loop.core().close();
            endPosted();
            loop.core().closeChannels();
        } catch (IOException e) {
            throw new UncheckedIOException("a socket of the event loop could not be closed", e);
        }
    }

    /** Tasks that were posted last are cancelled before they begin, and those who wait for them are told. */
    private void endPosted() {
        loop.core().takeTurn(false);
        endTasks();
        loop.core().takeTurn(false);
    }

    /** Tasks that a clean-up makes and awaits are left to it; those that outlive it are cancelled in their turn. */
    private void endTasks() {
        while (loop.taskSet().size() > 0) {
            List<RunningTask<?>> left = loop.taskSet().inOrder();
            for (RunningTask<?> task : left) {
                task.cancel("the event loop is closing");
            }
            runUntilDone(left);
        }
    }

    /** What a clean-up starts and leaves behind is ended in its turn. */
    private void endGenerators() {
        List<RunningTask<?>> closing = closing(generators.closeAll());
        while (!closing.isEmpty()) {
            runUntilDone(closing);
            endTasks();
            closing = closing(generators.closeAll());
        }
    }

    private void runUntilDone(List<RunningTask<?>> tasks) {
        for (RunningTask<?> task : tasks) {
            while (!task.isDone()) {
                loop.core().takeTurn(true);
            }
        }
    }

    private List<RunningTask<?>> closing(List<Async<@Nullable Void>> coroutines) {
        List<RunningTask<?>> tasks = new ArrayList<>(coroutines.size());
        for (Async<@Nullable Void> coroutine : coroutines) {
            tasks.add(loop.newTask(coroutine, coroutine.toString()));
        }
        return tasks;
    }
}
