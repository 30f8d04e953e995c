package dev.reprise;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/**
 * A signal of the operating system.
 *
 * <p>The JDK has signals in {@code sun.misc} of the module {@code jdk.unsupported} only. They are used by reflection, so that
 * the runtime neither requires that module nor fails without it.
 */
final class JdkSignal {

    private final String name;
    private final Class<?> handlerType;
    private final Object signal;
    private final Object ignore;
    private final Method handle;
    private final Method pass;

    /**
     * @param name without "SIG"
     * @throws ReflectiveOperationException if this JDK has no signals, or the operating system not this one
     */
    JdkSignal(String name) throws ReflectiveOperationException {
        this.name = name;
        Class<?> type = Class.forName("sun.misc.Signal");
        handlerType = Class.forName("sun.misc.SignalHandler");
        signal = type.getConstructor(String.class).newInstance(name);
        ignore = handlerType.getField("SIG_IGN").get(null);
        handle = type.getMethod("handle", type, handlerType);
        pass = handlerType.getMethod("handle", type);
    }

    /**
     * Says what happens when the signal comes.
     *
     * @return what happened before
     * @throws ReflectiveOperationException if the JVM has a use of its own for it
     */
    Object handle(Object handler) throws ReflectiveOperationException {
        return handle.invoke(null, signal, handler);
    }

    /** A handler that calls {@code reaction} on a thread of the JVM. */
    Object handler(Runnable reaction) {
        return Proxy.newProxyInstance(
                JdkSignal.class.getClassLoader(), new Class<?>[] {handlerType}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "handle" -> reaction.run();
                        case "equals" -> {
                            return proxy == arguments[0];
                        }
                        case "hashCode" -> {
                            return System.identityHashCode(proxy);
                        }
                        default -> {
                            return "SIG" + name + " of Reprise";
                        }
                    }
                    return null;
                });
    }

    /** Whether a handler is the one of the JVM, neither the user's nor "ignore". */
    boolean isTheJvms(Object handler) {
        return handler != ignore && handler.getClass().getName().startsWith("sun.misc.");
    }

    void pass(Object handler) {
        try {
            pass.invoke(handler, signal);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("the JVM's own handler of SIG" + name + " failed", e);
        }
    }
}
