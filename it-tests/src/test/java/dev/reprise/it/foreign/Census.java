package dev.reprise.it.foreign;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What became of the classes and methods of a library. */
final class Census {

    int classes;
    int methods;
    int wovenClasses;
    int wovenMethods;
    int frames;
    int points;
    int awaits;
    long plainBytes;
    long wovenBytes;
    final Map<Left, Integer> left = new EnumMap<>(Left.class);

    final Map<Hazard, Integer> hazards = new EnumMap<>(Hazard.class);

    /** Methods that have points and are not woven, with the reason: {@code a.b.C.m(I)V} to the compiler's message. */
    final Map<String, String> refused = new TreeMap<>();

    void leave(Left reason) {
        left.merge(reason, 1, Integer::sum);
    }
}
