package dev.reprise;

import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is called for which signal of the operating system. Loop's thread. */
final class SignalCalls {

    private final EventLoop loop;
    private final Map<String, Call> calls = new LinkedHashMap<>();

    SignalCalls(EventLoop loop) {
        this.loop = loop;
    }

    /** @param callback null for what happened before */
    void set(String name, @Nullable Runnable callback) {
        Call before = calls.remove(name);
        if (before != null) {
            before.end();
        }
        if (callback != null) {
            calls.put(name, begin(name, callback));
        }
    }

    private Call begin(String name, Runnable callback) {
        try {
            JdkSignal signal = new JdkSignal(name);
            Object handler = signal.handler(() -> loop.core().inbox().post(new Step(name, callback)));
            return new Call(name, signal, signal.handle(handler));
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(
                    "onSignal(\"" + name + "\") is not possible: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new UnsupportedOperationException(
                    "onSignal() needs the module jdk.unsupported, which this Java does not have", e);
        }
    }

    /** Every signal does what it did before. */
    void endAll() {
        List.copyOf(calls.keySet()).forEach(name -> set(name, null));
    }

    private record Step(String name, Runnable callback) implements Runnable {

        @Override
        public void run() {
            callback.run();
        }

        @Override
        public String toString() {
            return "call of " + callback + " (SIG" + name + ")";
        }
    }

    private record Call(String name, JdkSignal signal, Object before) {

        void end() {
            try {
                signal.handle(before);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the handler of SIG" + name + " could not be put back", e);
            }
        }
    }
}
