package dev.reprise.benchmarks.arena.reprise;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.benchmarks.arena.Counting;
import dev.reprise.benchmarks.arena.Node;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.Pull;
import dev.reprise.benchmarks.arena.TreePush;
import dev.reprise.benchmarks.arena.TreeWalk;
import java.util.PrimitiveIterator;
import java.util.function.IntConsumer;

/** Generators of ints; the one of the tree delegates to itself. */
@Peer("Reprise")
public final class Generators implements Counting.Work, TreeWalk.Work, TreePush.Work {

    @Override
    public long sum(int end) {
        return Pull.sum(upTo(end));
    }

    @Coroutine
    private static PrimitiveIterator.OfInt upTo(int end) {
        for (int i = 0; i < end; i++) {
            Generator.yield(i);
        }
        return Generator.end();
    }

    @Override
    public long sum(Node root) {
        return Pull.sum(inOrder(root));
    }

    @Override
    public void forEach(Node root, IntConsumer action) {
        inOrder(root).forEachRemaining(action);
    }

    @Coroutine
    private static PrimitiveIterator.OfInt inOrder(Node node) {
        Node left = node.left();
        if (left != null) {
            Generator.yieldFrom(inOrder(left));
        }
        Generator.yield(node.value());
        Node right = node.right();
        if (right != null) {
            Generator.yieldFrom(inOrder(right));
        }
        return Generator.end();
    }
}
