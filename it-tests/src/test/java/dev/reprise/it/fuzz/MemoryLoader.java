package dev.reprise.it.fuzz;

import java.util.Map;

/** Defines the classes of one run of a program; the JVM verifies them in full. */
final class MemoryLoader extends ClassLoader {

    private final Map<String, byte[]> classes;

    /** @param classes class files by binary name */
    MemoryLoader(Map<String, byte[]> classes) {
        super(MemoryLoader.class.getClassLoader());
        this.classes = classes;
        setDefaultAssertionStatus(true);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }
}
