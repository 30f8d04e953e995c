package dev.reprise.processor.ecj;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Uses public members that have been looked up. What they throw is thrown as it is. */
final class Members {

    private Members() {}

    static @Nullable Object call(Method method, Object target, @Nullable Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (IllegalAccessException e) {
            throw notPublic(method, e);
        }
    }

    static Object create(Constructor<?> constructor, @Nullable Object... arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw notPublic(constructor, e);
        }
    }

    static Object get(Field field, Object target) {
        try {
            return field.get(target);
        } catch (IllegalAccessException e) {
            throw notPublic(field, e);
        }
    }

    static void set(Field field, Object target, Object value) {
        try {
            field.set(target, value);
        } catch (IllegalAccessException e) {
            throw notPublic(field, e);
        }
    }

    private static RuntimeException unchecked(InvocationTargetException e) {
        if (e.getCause() instanceof Error error) {
            throw error;
        }
        if (e.getCause() instanceof RuntimeException exception) {
            throw exception;
        }
        throw new AssertionError("a checked exception that is not declared", e.getCause());
    }

    private static AssertionError notPublic(Object member, ReflectiveOperationException e) {
        return new AssertionError("looked up as a public member, and is none: " + member, e);
    }
}
