package dev.reprise.it.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a program: text and smaller pieces in their order. The shrinker changes pieces in place.
 *
 * <p>A part is a {@link String}, a {@link Choice} or a {@link Node}.
 */
final class Node {

    enum Sort {
        STATEMENT,
        EXPRESSION,
        MEMBER,
        OTHER
    }

    /** Text that differs between the two forms of a program. */
    record Choice(String plain, String woven) {}

    final Sort sort;

    /** The type of an expression, null for anything else. */
    final @Nullable Type type;

    /** For a statement: whether the one behind it can be reached. */
    final boolean completes;

    List<Object> parts;

    private Node(Sort sort, @Nullable Type type, boolean completes, Object... parts) {
        this.sort = sort;
        this.type = type;
        this.completes = completes;
        this.parts = new ArrayList<>(List.of(parts));
    }

    static Node expression(Type type, Object... parts) {
        return new Node(Sort.EXPRESSION, type, true, parts);
    }

    static Node statement(Object... parts) {
        return new Node(Sort.STATEMENT, null, true, parts);
    }

    /** A statement behind which nothing can be reached if {@code completes} is false. */
    static Node jumping(boolean completes, Object... parts) {
        return new Node(Sort.STATEMENT, null, completes, parts);
    }

    static Node member(Object... parts) {
        return new Node(Sort.MEMBER, null, true, parts);
    }

    static Node other(Object... parts) {
        return new Node(Sort.OTHER, null, true, parts);
    }

    Node add(Object part) {
        parts.add(part);
        return this;
    }

    /** The pieces directly below this one. */
    List<Node> children() {
        List<Node> children = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Node child) {
                children.add(child);
            }
        }
        return children;
    }

    void render(boolean woven, StringBuilder out) {
        for (Object part : parts) {
            if (part instanceof Node child) {
                child.render(woven, out);
            } else if (part instanceof Choice choice) {
                out.append(woven ? choice.woven : choice.plain);
            } else {
                out.append(part);
            }
        }
    }
}
