package org.jetbrains.jps.javac;

import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * A stand-in for the class by which IntelliJ's build wraps what it gives to processors. The real one has a method of this
 * name, and takes off what it has put on; how it remembers that is its own business, so nothing else finds it here.
 */
public final class APIWrappers {

    private static final Map<Object, Object> WRAPPED = Collections.synchronizedMap(new IdentityHashMap<>());

    private APIWrappers() {}

    public static <T> T wrap(Class<T> type, T value) {
        Object wrapper = Proxy.newProxyInstance(
                APIWrappers.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    return method.invoke(WRAPPED.get(proxy), arguments);
                });
        WRAPPED.put(wrapper, value);
        return type.cast(wrapper);
    }

    public static <T> T unwrap(Class<T> type, T wrapper) {
        return type.cast(WRAPPED.getOrDefault(wrapper, wrapper));
    }
}
