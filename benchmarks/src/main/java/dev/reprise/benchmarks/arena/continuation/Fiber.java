package dev.reprise.benchmarks.arena.continuation;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * A {@code jdk.internal.vm.Continuation}: its body runs until it {@link #pause pauses}, and goes on at the next {@link #run}. By
 * method handles, so that this compiles for JDK 17.
 */
final class Fiber implements Runnable {

    private static final MethodHandle MAKE;
    private static final MethodHandle RUN;
    private static final MethodHandle PAUSE;
    private static final MethodHandle IS_DONE;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            Class<?> type = Class.forName("jdk.internal.vm.Continuation");
            Class<?> scopeType = Class.forName("jdk.internal.vm.ContinuationScope");
            Object scope = scopeType.getConstructor(String.class).newInstance("arena");
            MAKE = MethodHandles.insertArguments(
                            lookup.findConstructor(type, MethodType.methodType(void.class, scopeType, Runnable.class)),
                            0,
                            scope)
                    .asType(MethodType.methodType(Object.class, Runnable.class));
            RUN = lookup.findVirtual(type, "run", MethodType.methodType(void.class))
                    .asType(MethodType.methodType(void.class, Object.class));
            PAUSE = MethodHandles.insertArguments(
                    lookup.findStatic(type, "yield", MethodType.methodType(boolean.class, scopeType)), 0, scope);
            IS_DONE = lookup.findVirtual(type, "isDone", MethodType.methodType(boolean.class))
                    .asType(MethodType.methodType(boolean.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Object continuation;

    Fiber(Runnable body) {
        try {
            continuation = (Object) MAKE.invokeExact(body);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void run() {
        try {
            RUN.invokeExact(continuation);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    boolean isDone() {
        try {
            return (boolean) IS_DONE.invokeExact(continuation);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    /** Leaves the {@link #run} of the innermost fiber that is running. */
    static void pause() {
        try {
            boolean paused = (boolean) PAUSE.invokeExact();
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
