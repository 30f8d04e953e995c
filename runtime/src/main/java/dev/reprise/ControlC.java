package dev.reprise;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What Ctrl-C does while a program runs: the first time it is cancelled, the second time the JVM ends as it does without us.
 *
 * <p>The JDK has signals in {@code sun.misc} of the module {@code jdk.unsupported} only. They are used by reflection, so that
 * the runtime neither requires that module nor fails without it.
 */
final class ControlC {

    /** What the JVM calls the thread on which it calls {@code main}; its number differs between releases. */
    private static final String FIRST_THREAD = "main";

    private final EventLoop loop;
    private final Signals signals;
    private final Object before;

    /** Written by the threads that the JVM makes for signals, one after the other. */
    private volatile boolean caught;

    private ControlC(EventLoop loop, Signals signals) throws ReflectiveOperationException {
        this.loop = loop;
        this.signals = signals;
        this.before = signals.handle(signals.handler(this::interrupted));
    }

    /**
     * Cancels what {@code loop} runs when Ctrl-C is pressed, until {@link #end}.
     *
     * @return null if Ctrl-C is none of our business
     */
    static @Nullable ControlC during(EventLoop loop) {
        Signals signals = Thread.currentThread().getName().equals(FIRST_THREAD) ? Signals.ofTheJdk() : null;
        if (signals == null) {
            return null;
        }
        try {
            ControlC installed = new ControlC(loop, signals);
            if (installed.isTheJvms(installed.before)) {
                return installed;
            }
            installed.end();
            return null;
        } catch (ReflectiveOperationException signalBelongsToTheJvmAlone) {
            return null;
        }
    }

    /** Whether a handler is the one that ends the JVM, neither the user's nor "ignore". */
    private boolean isTheJvms(Object handler) {
        return handler != signals.ignore && handler.getClass().getName().startsWith("sun.misc.");
    }

    private void interrupted() {
        boolean first = !caught;
        caught = true;
        if (!first || !loop.core().inbox().post(() -> loop.interruptMain("Ctrl-C was pressed (SIGINT)"))) {
            signals.pass(before);
        }
    }

    /** Ctrl-C does what it did before. */
    void end() {
        try {
            signals.handle(before);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the handler of SIGINT could not be put back", e);
        }
    }

    /** {@code sun.misc.Signal} for SIGINT. */
    private static final class Signals {

        private final Class<?> handlerType;
        private final Object interrupt;
        private final Object ignore;
        private final Method handle;
        private final Method pass;

        private Signals() throws ReflectiveOperationException {
            Class<?> type = Class.forName("sun.misc.Signal");
            handlerType = Class.forName("sun.misc.SignalHandler");
            interrupt = type.getConstructor(String.class).newInstance("INT");
            ignore = handlerType.getField("SIG_IGN").get(null);
            handle = type.getMethod("handle", type, handlerType);
            pass = handlerType.getMethod("handle", type);
        }

        static @Nullable Signals ofTheJdk() {
            try {
                return new Signals();
            } catch (ReflectiveOperationException noSuchModule) {
                return null;
            }
        }

        /** @return the handler before */
        Object handle(Object handler) throws ReflectiveOperationException {
            return handle.invoke(null, interrupt, handler);
        }

        Object handler(Runnable reaction) {
            return Proxy.newProxyInstance(
                    ControlC.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                        switch (method.getName()) {
                            case "handle" -> reaction.run();
                            case "equals" -> {
                                return proxy == arguments[0];
                            }
                            case "hashCode" -> {
                                return System.identityHashCode(proxy);
                            }
                            default -> {
                                return "Ctrl-C of Reprise";
                            }
                        }
                        return null;
                    });
        }

        void pass(Object handler) {
            try {
                pass.invoke(handler, interrupt);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("the JVM's own handler of SIGINT failed", e);
            }
        }
    }
}
