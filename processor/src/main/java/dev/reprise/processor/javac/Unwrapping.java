package dev.reprise.processor.javac;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;

/*
 * Build tools hand processors a wrapper, and javac's JavacTask.instance takes nothing but its own environment. Gradle's wrapper
 * has it in a field, kapt's too, IntelliJ's is a dynamic proxy with a documented way to take it off. What javac itself keeps
 * private stays private: only the wrappers' fields can be read without flags.
 */
/** Finds javac's own environment inside the one that a build tool hands to processors. */
public final class Unwrapping {
    private static final String JAVAC = "com.sun.tools.javac.processing.JavacProcessingEnvironment";

    /** How many objects that are no environments may lie between one environment and the next. */
    private static final int DISTANCE = 2;

    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private Unwrapping() {}

    /** The environment of javac, empty if another compiler made this one. */
    public static Optional<ProcessingEnvironment> javacEnvironment(ProcessingEnvironment environment) {
        return new Unwrapping().find(environment, DISTANCE);
    }

    private Optional<ProcessingEnvironment> find(Object holder, int distance) {
        if (!seen.add(holder)) {
            return Optional.empty();
        }
        if (holder instanceof ProcessingEnvironment environment
                && holder.getClass().getName().equals(JAVAC)) {
            return Optional.of(environment);
        }
        List<Object> inside = inside(holder);
        for (Object value : inside) {
            if (value instanceof ProcessingEnvironment) {
                Optional<ProcessingEnvironment> found = find(value, DISTANCE);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        if (distance > 0) {
            for (Object value : inside) {
                Optional<ProcessingEnvironment> found = find(value, distance - 1);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static List<Object> inside(Object holder) {
        List<Object> values = new ArrayList<>();
        if (holder instanceof ProcessingEnvironment environment) {
            intellijUnwrap(environment).ifPresent(values::add);
        }
        if (Proxy.isProxyClass(holder.getClass())) {
            values.add(Proxy.getInvocationHandler(holder));
            return values;
        }
        for (Class<?> type = holder.getClass(); type != null && type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers())
                        && !field.getType().isPrimitive()
                        && field.trySetAccessible()) {
                    add(values, field, holder);
                }
            }
        }
        return values;
    }

    private static void add(List<Object> values, Field field, Object holder) {
        try {
            Object value = field.get(holder);
            if (value != null) {
                values.add(value);
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError("made accessible and still not: " + field, e);
        }
    }

    private static Optional<Object> intellijUnwrap(ProcessingEnvironment wrapper) {
        ClassLoader loader = wrapper.getClass().getClassLoader();
        if (loader == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(loader.loadClass("org.jetbrains.jps.javac.APIWrappers")
                    .getDeclaredMethod("unwrap", Class.class, Object.class)
                    .invoke(null, ProcessingEnvironment.class, wrapper));
        } catch (ReflectiveOperationException e) {
            return Optional.empty(); // not IntelliJ, or one whose wrapper has to be looked into like the others
        }
    }
}
