package dev.reprise.frame;

import dev.reprise.Generator;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * Steps generators that delegate to others by {@code yieldFrom}.
 *
 * <p>Each delegating frame knows its {@code child}, each frame delegated to its {@code parent}. The one that is pulled,
 * the <i>base</i>, also keeps the deepest of the chain, its <i>leaf</i>, and a step resumes the leaf directly. When a leaf
 * ends, its parent is resumed from the same loop: neither the length of the chain nor the end of a long one takes room on
 * the Java stack.
 */
final class Delegation {
    /*
     * A generator inside a chain can also be pulled by whoever holds it. That changes the chain below it, so it makes
     * every generator above forget its leaf; the next step walks down the children to find the new one.
     */

    private Delegation() {}

    /** What gives out the values of an iterator in a chain. */
    static GeneratorFrame<?, ?, ?> frame(Iterator<?> values) {
        if (!(required(values) instanceof Generator<?, ?, ?> generator)) {
            return new IteratorFrame(values);
        }
        return generator instanceof GeneratorFrame<?, ?, ?> frame && frame.parent == null
                ? frame
                : new ForeignGeneratorFrame(generator);
    }

    /** What gives out the values of an iterable in a chain. */
    static GeneratorFrame<?, ?, ?> frame(Iterable<?> values) {
        GeneratorFrame<?, ?, ?> frame = frame(required(values).iterator());
        frame.owned = values instanceof GeneratorFrame<?, ?, ?>;
        return frame;
    }

    /** What gives out the values of a stream in a chain. */
    static GeneratorFrame<?, ?, ?> frame(BaseStream<?, ?> values) {
        return new StreamFrame(required(values));
    }

    private static <T> T required(T values) {
        return Objects.requireNonNull(
                values, "yieldFrom was given null instead of a generator, iterator, iterable or stream");
    }

    /** Runs a generator that delegates to its next yield or its end, from the leaf of its chain. */
    static boolean step(GeneratorFrame<?, ?, ?> base) {
        boolean yielded = run(base, leafAtRest(base));
        forgetLeavesAbove(base);
        return yielded;
    }

    /** Raises a failure at the leaf of the chain and runs to the next yield or the end. */
    static boolean raise(GeneratorFrame<?, ?, ?> base, Throwable failure) {
        GeneratorFrame<?, ?, ?> current = leafAtRest(base);
        while (current.label == Frame.FINISHED) {
            current = detach(current);
        }
        current.ahead = false;
        current.exchange = new Raised(failure);
        boolean yielded = run(base, current);
        forgetLeavesAbove(base);
        return yielded;
    }

    /** Passes a value to the leaf of the chain, where the next step resumes. */
    static void send(GeneratorFrame<?, ?, ?> base, @Nullable Object value) {
        GeneratorFrame<?, ?, ?> leaf = leafAtRest(base);
        leaf.requireNotAhead();
        if (leaf.label > Frame.CREATED) {
            leaf.exchange = value;
        }
    }

    /** Closes a suspended generator: the leaf of its chain first, then upwards, each as if closed alone. */
    static void close(GeneratorFrame<?, ?, ?> base) {
        GeneratorFrame<?, ?, ?> current = leafAtRest(base);
        GeneratorExit exit = new GeneratorExit();
        Throwable failure = closeAlone(current, exit, exit);
        while (current != base) {
            current = detach(current);
            failure = closeAlone(current, failure == null ? exit : failure, exit);
        }
        forgetLeavesAbove(base);
        if (failure != null) {
            throw Sneaky.raise(failure);
        }
    }

    /** The deepest of the frames that the generator delegates through: itself if it does not delegate. */
    static GeneratorFrame<?, ?, ?> leaf(GeneratorFrame<?, ?, ?> base) {
        GeneratorFrame<?, ?, ?> known = base.leaf;
        if (known != null && known.label > Frame.CREATED) {
            return known;
        }
        GeneratorFrame<?, ?, ?> deepest = base;
        for (GeneratorFrame<?, ?, ?> next = base; next != null; next = next.child) {
            deepest = next;
        }
        return deepest;
    }

    /**
     * Runs a body and whatever it delegates to, until one yields or the base has ended.
     *
     * @param from where to begin: the base or the leaf of its chain
     * @return whether one yielded; the base's leaf is then the one that did
     */
    static boolean run(GeneratorFrame<?, ?, ?> base, GeneratorFrame<?, ?, ?> from) {
        GeneratorFrame<?, ?, ?> current = from;
        while (true) {
            Object outcome;
            try {
                if (current.ahead || current.label != Frame.FINISHED && current.resume()) {
                    current.ahead = false;
                    GeneratorFrame<?, ?, ?> leaf = current == base ? null : current;
                    if (base.leaf != leaf) {
                        base.leaf = leaf;
                    }
                    return true;
                }
                GeneratorFrame<?, ?, ?> child = current.child;
                if (child != null) {
                    if (current.last && current != base) {
                        leave(current, child);
                    }
                    current = descend(child);
                    continue;
                }
                if (current.label == Frame.CREATED && current.delegates()) {
                    continue; // it starts again
                }
                current.finish();
                if (current == base) {
                    return false;
                }
                outcome = current.outcome();
            } catch (Throwable failure) {
                Throwable raised = current.failed(failure);
                if (current == base) {
                    throw Sneaky.raise(raised);
                }
                outcome = new Raised(raised);
            }
            current = detach(current);
            if (current.exchange != outcome) {
                current.exchange = outcome;
            }
        }
    }

    /** A frame delegates for the last time: its parent delegates in its stead, unless somebody may look at the frame. */
    private static void leave(GeneratorFrame<?, ?, ?> frame, GeneratorFrame<?, ?, ?> child) {
        GeneratorFrame<?, ?, ?> parent = frame.parent;
        if (parent != null && frame.owned) {
            child.resultDropped = true;
            child.parent = parent;
            parent.child = child;
            frame.child = null;
            frame.finish();
            parent.keepSpare(frame);
        }
    }

    /** The leaf below the generator that {@code delegator} has begun to delegate to. */
    static GeneratorFrame<?, ?, ?> delegatee(GeneratorFrame<?, ?, ?> delegator) {
        return descend(Objects.requireNonNull(delegator.child));
    }

    /** The leaf below a generator that is being delegated to. A value it ran ahead for is then pending at the leaf. */
    private static GeneratorFrame<?, ?, ?> descend(GeneratorFrame<?, ?, ?> child) {
        GeneratorFrame<?, ?, ?> leaf = leaf(child);
        if (child.ahead) {
            child.ahead = false;
            leaf.ahead = true;
        }
        return leaf;
    }

    /** Ends the delegation to a frame; its parent is then suspended at the {@code yieldFrom} itself. */
    private static GeneratorFrame<?, ?, ?> detach(GeneratorFrame<?, ?, ?> child) {
        GeneratorFrame<?, ?, ?> parent = child.parent;
        if (parent == null) {
            throw new AssertionError(child + " is in no chain");
        }
        parent.child = null;
        if (parent.leaf != null) {
            parent.leaf = null;
        }
        parent.label = parent.point();
        parent.last = false;
        if (child.owned && child.label == Frame.FINISHED) {
            parent.keepSpare(child);
        } else {
            child.parent = null;
            child.resultDropped = false;
        }
        return parent;
    }

    private static @Nullable Throwable closeAlone(GeneratorFrame<?, ?, ?> frame, Throwable raised, GeneratorExit exit) {
        if (frame.label == Frame.FINISHED) {
            return null;
        }
        frame.ahead = false;
        frame.exchange = new Raised(raised);
        try {
            if (!run(frame, frame)) {
                frame.exchange = null;
                return null;
            }
        } catch (Throwable failure) {
            return failure == exit ? null : failure;
        }
        return new IllegalStateException(
                "generator " + frame.method() + " yielded while it was being closed: a finally block must not yield");
    }

    private static GeneratorFrame<?, ?, ?> leafAtRest(GeneratorFrame<?, ?, ?> base) {
        GeneratorFrame<?, ?, ?> leaf = leaf(base);
        if (leaf.label == Frame.RUNNING) {
            throw base.alreadyExecuting();
        }
        return leaf;
    }

    private static void forgetLeavesAbove(GeneratorFrame<?, ?, ?> base) {
        for (GeneratorFrame<?, ?, ?> above = base.parent; above != null; above = above.parent) {
            above.leaf = null;
        }
    }
}
