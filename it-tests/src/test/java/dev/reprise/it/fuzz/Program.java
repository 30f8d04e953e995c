package dev.reprise.it.fuzz;

import java.util.Set;

/**
 * A generated program: one class in two forms, in which the same statements run plainly, and as coroutines.
 *
 * @param seed that it was made from; it also decides what happens when it runs
 * @param name end of the names of its classes
 * @param features what it contains
 * @param root all of it, from the body of the class on
 */
record Program(long seed, String name, Family family, Set<Feature> features, Node root) {

    /** What a program is about. */
    enum Family {
        /** {@code await} against plain calls. */
        ASYNC,
        /** {@code Generator.yield} in an iterator against calls that collect. */
        ITERATOR,
        /** The same, by way of an iterable. */
        ITERABLE,
        /** The same, with values and failures sent in. */
        GENERATOR
    }

    /** Stands for the name of the class in its text. */
    static final String SELF = "$self$";

    /** Whether it needs an event loop. */
    boolean isOnLoop() {
        return features.contains(Feature.CANCEL_SCOPE_BLOCK) || features.contains(Feature.CANCEL_SCOPE_RUN);
    }

    String plainName() {
        return "fuzz.Plain" + name;
    }

    String wovenName() {
        return "fuzz.Woven" + name;
    }

    Program named(String other) {
        return new Program(seed, other, family, features, root);
    }

    String source(boolean woven) {
        String className = woven ? wovenName() : plainName();
        StringBuilder text = new StringBuilder("""
                package fuzz;
                import static dev.reprise.Async.await;
                import dev.reprise.*;
                import dev.reprise.it.fuzz.*;
                import java.util.*;
                import java.util.concurrent.*;
                @SuppressWarnings("all")
                public class\s""");
        String simpleName = className.substring(className.indexOf('.') + 1);
        text.append(simpleName).append(" {\n");
        root.render(woven, text);
        return indent(text.append("}\n").toString().replace(SELF, simpleName));
    }

    private static String indent(String text) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        for (String line :
                text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList()) {
            int closing = 0;
            while (closing < line.length() && line.charAt(closing) == '}') {
                closing++;
            }
            out.append("    ".repeat(Math.max(0, depth - closing))).append(line).append('\n');
            depth += (int) line.chars().filter(c -> c == '{').count()
                    - (int) line.chars().filter(c -> c == '}').count();
        }
        return out.toString();
    }
}
