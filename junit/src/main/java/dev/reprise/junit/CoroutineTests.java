package dev.reprise.junit;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.UnhandledFailure;
import dev.reprise.frame.Sneaky;
import dev.reprise.testing.VirtualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs the coroutines that are tests. Called by the code that the compiler puts into test classes. */
public final class CoroutineTests {

    private CoroutineTests() {}

    /**
     * Runs a test to its end, on a loop of its own. What it fails with is thrown as it is.
     *
     * @throws AssertionError if the test left tasks that had not ended, or if there was a failure that nobody received
     */
    public static void run(Async<?> test) {
        LoopOptions given = TestLoopExtension.options();
        LoopOptions options = given == null ? LoopOptions.defaults().clock(new VirtualClock()) : given;
        List<UnhandledFailure> unhandled = new ArrayList<>();
        List<Task<?>> left = List.of();
        String pictures = "";
        Throwable failure = null;
        try (EventLoop loop = EventLoop.open(options)) {
            loop.setExceptionHandler((where, what) -> unhandled.add(what));
            try {
                loop.runUntilComplete(test);
            } catch (Throwable raised) {
                failure = raised;
            }
            left = loop.tasks();
            // as they are, before closing cancels them
            pictures = left.stream().map(task -> "\n  " + task).collect(Collectors.joining());
        }
        if (failure == null && !left.isEmpty()) {
            failure =
                    new AssertionError("the test has ended and its tasks have not: await them, or cancel them and await"
                            + " their end" + pictures);
        }
        for (UnhandledFailure each : unhandled) {
            failure = with(failure, each);
        }
        if (failure != null) {
            throw Sneaky.raise(failure);
        }
    }

    private static Throwable with(@Nullable Throwable first, UnhandledFailure next) {
        AssertionError unhandled = new AssertionError(next.message() + ": " + next.exception(), next.exception());
        if (first == null) {
            return unhandled;
        }
        first.addSuppressed(unhandled);
        return first;
    }
}
