package dev.reprise.frame;

import java.security.CodeSource;

/**
 * What generated code and this package have agreed on: which members it calls, which it implements, and what they do. A number
 * stands for all of it.
 */
final class Contract {

    /** The number of what this runtime does. */
    static final int VERSION = 2;

    private Contract() {}

    /** What is thrown for a frame class that was written for another contract. */
    static IncompatibleClassChangeError broken(int version, Class<?> frame) {
        return new IncompatibleClassChangeError(
                frame.getName() + place(frame)
                        + " was written by a reprise-processor for contract " + version
                        + ", and this reprise-runtime follows contract " + VERSION
                        + ": use a runtime and a processor of the same version, and compile the class again with that processor");
    }

    private static String place(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        return source == null ? "" : " in " + source.getLocation();
    }
}
