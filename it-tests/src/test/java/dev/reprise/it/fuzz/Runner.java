package dev.reprise.it.fuzz;

import dev.reprise.Async;
import dev.reprise.Awaitable;
import dev.reprise.CoroutineState;
import dev.reprise.EventLoop;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;
import dev.reprise.frame.Context;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Runs one form of a program and notes everything observable about it. */
final class Runner {

    /**
     * What a run did.
     *
     * @param trace the steps, a line each
     * @param outcome the result or failure
     * @param suspensions how many there were
     */
    record Observation(String trace, String outcome, int suspensions) {
        boolean sameAs(Observation other) {
            return trace.equals(other.trace) && outcome.equals(other.outcome);
        }
    }

    private static final String IGNORED_CLOSE = "yielded while being closed";

    private Runner() {}

    static Observation plain(Program program, Map<String, byte[]> classes, Schedule schedule) {
        Gate.reset(schedule, program.family() == Program.Family.GENERATOR);
        Method start = start(program.plainName(), classes);
        String outcome;
        try {
            Object result = call(start);
            outcome = Gate.isClosing() ? "closed" : returned(result);
        } catch (Gate.Closing | Gate.Stopped end) {
            outcome = "closed";
        } catch (Throwable failure) {
            outcome = Gate.isClosing() && failure instanceof IllegalStateException ? IGNORED_CLOSE : threw(failure);
        }
        Observation observation = observed(Gate.wasStopped() ? IGNORED_CLOSE : outcome);
        PlainGenerator.abandonAll();
        return observation;
    }

    static Observation woven(Program program, Map<String, byte[]> classes, Schedule schedule) {
        Gate.reset(schedule, program.family() == Program.Family.GENERATOR);
        Method start = start(program.wovenName(), classes);
        String outcome;
        try {
            Object started = call(start);
            outcome = switch (program.family()) {
                case ASYNC -> program.isOnLoop() ? onLoop((Awaitable<?>) started) : new Chain(awaitable(started)).run();
                case ITERATOR -> take((Iterator<?>) started, schedule);
                case ITERABLE -> take(((Iterable<?>) started).iterator(), schedule);
                case GENERATOR -> converse((Generator<?, ?, ?>) started);
            };
        } catch (Throwable failure) {
            outcome = threw(failure);
        }
        Context context = Context.current();
        if (context.suspended() || context.driver() != null) {
            throw new AssertionError("the context is not at rest: " + outcome);
        }
        return observed(outcome);
    }

    private static Method start(String className, Map<String, byte[]> classes) {
        try {
            return Class.forName(className, false, new MemoryLoader(classes)).getMethod("start");
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    private static Object call(Method start) throws Throwable {
        try {
            return start.invoke(null);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Observation observed(String outcome) {
        return new Observation(Gate.trace(), outcome, Gate.suspensions());
    }

    static String returned(@Nullable Object value) {
        return "returned " + Gate.show(value);
    }

    static String threw(Throwable failure) {
        if (failure instanceof LinkageError error) {
            throw error;
        }
        return "threw " + Gate.show(failure);
    }

    private static Awaitable<?> awaitable(Object started) {
        return started instanceof CompletionStage<?> stage ? Async.from(stage) : (Awaitable<?>) started;
    }

    /** Runs the coroutine in a task of an event loop. */
    private static String onLoop(Awaitable<?> coroutine) {
        try (EventLoop loop = EventLoop.open()) {
            Gate.pending().endsItself();
            try {
                return returned(loop.runUntilComplete(coroutine));
            } catch (Throwable failure) {
                return threw(failure);
            } finally {
                Gate.end();
            }
        }
    }

    /** Takes the values one by one, or from the first or second one on all together. */
    private static String take(Iterator<?> values, Schedule schedule) {
        int way = schedule.closeAt() < 0 ? Math.floorMod(schedule.value(0), 3) : 0;
        if (way == 0) {
            return pull(values);
        }
        if (way == 1 || values.hasNext()) {
            if (way == 2) {
                Gate.gave(values.next());
            }
            values.forEachRemaining(Gate::gave);
        }
        return returned(null);
    }

    private static String pull(Iterator<?> values) {
        while (values.hasNext()) {
            int number = Gate.gave(values.next());
            if (Gate.closesAfter(number)) {
                return close((Generator<?, ?, ?>) values);
            }
        }
        return returned(null);
    }

    @SuppressWarnings("unchecked") // what is sent is an Object
    private static String converse(Generator<?, ?, ?> generator) {
        Generator<?, Object, ?> values = (Generator<?, Object, ?>) generator;
        try {
            Object value = values.next();
            while (true) {
                int number = Gate.gave(value);
                if (Gate.closesAfter(number)) {
                    return close(values);
                }
                Throwable thrown = Gate.thrownIn(number);
                value = thrown != null ? values.throwInto(thrown) : values.send(Gate.sent(number));
            }
        } catch (GeneratorEnd end) {
            return returned(end.value());
        }
    }

    private static String close(Generator<?, ?, ?> generator) {
        try {
            generator.close();
        } catch (IllegalStateException e) {
            // a delegate that yields leaves the generator itself ended by the failure
            if (generator.state() == CoroutineState.SUSPENDED
                    || e.getMessage().contains("yielded while it was being closed")) {
                return IGNORED_CLOSE;
            }
            throw e;
        }
        return "closed";
    }
}
