package dev.reprise.it.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * The language of a program, and how javac compiles it.
 *
 * @param release of the language and of the class files
 * @param options all of javac's
 */
record Dialect(int release, List<String> options) {

    private static final List<Dialect> ALL = Runtime.version().feature() >= 25
            ? List.of(
                    of(25, "-g"),
                    of(21, "-g:none"),
                    of(25, "-g:source,lines"),
                    of(25, "-g", "-XDstringConcat=inline"),
                    of(21, "-g"),
                    of(8, "-g:none"))
            : List.of(
                    of(17, "-g"),
                    of(17, "-g:none"),
                    of(17, "-g:source,lines"),
                    of(17, "-g", "-XDstringConcat=inline"),
                    of(11, "-g"),
                    of(8, "-g:none"));

    /** The dialect of a seed's program, on the JDK that is running. */
    static Dialect of(long seed) {
        return ALL.get((int) Math.floorMod(seed / 10, (long) ALL.size()));
    }

    private static Dialect of(int release, String... more) {
        List<String> options = new ArrayList<>(List.of(more));
        options.addAll(List.of("-source", "" + release, "-target", "" + release));
        return new Dialect(release, List.copyOf(options));
    }
}
