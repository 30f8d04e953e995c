package dev.reprise.processor.javac;

import com.sun.source.util.JavacTask;

/**
 * Says that the processor runs in a compilation, to a watchdog that may have been loaded by another class loader: a system property, because class loaders share nothing
 * else, and one per task, because one JVM may compile several things at once.
 */
final class RunningMark {
    private final String property;

    RunningMark(JavacTask task) {
        property = "dev.reprise.processor.running." + System.identityHashCode(task);
    }

    void set() {
        System.setProperty(property, "true");
    }

    boolean isSet() {
        return System.getProperty(property) != null;
    }

    void clear() {
        System.clearProperty(property);
    }
}
