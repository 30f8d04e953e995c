package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import org.jspecify.annotations.Nullable;

/** A tree in order, by a stack of the nodes that are still to come. */
final class InOrder implements PrimitiveIterator.OfInt {

    private final Deque<Node> open = new ArrayDeque<>();

    InOrder(Node root) {
        descend(root);
    }

    private void descend(@Nullable Node node) {
        for (Node next = node; next != null; next = next.left()) {
            open.push(next);
        }
    }

    @Override
    public boolean hasNext() {
        return !open.isEmpty();
    }

    @Override
    public int nextInt() {
        Node node = open.poll();
        if (node == null) {
            throw new NoSuchElementException();
        }
        descend(node.right());
        return node.value();
    }
}
