package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.Counting;
import dev.reprise.benchmarks.arena.Node;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.Pull;
import dev.reprise.benchmarks.arena.TreePush;
import dev.reprise.benchmarks.arena.TreeWalk;
import java.util.PrimitiveIterator;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Iterators, the one of a tree with a stack; the tree is pushed by a plain recursion. */
@Peer(Peer.LIMIT)
public final class Iterators implements Counting.Work, TreeWalk.Work, TreePush.Work {

    @Override
    public long sum(int end) {
        return Pull.sum((PrimitiveIterator.OfInt) new UpTo(end));
    }

    @Override
    public long sum(Node root) {
        return Pull.sum((PrimitiveIterator.OfInt) new InOrder(root));
    }

    @Override
    public void forEach(Node root, IntConsumer action) {
        recurse(root, action);
    }

    private static void recurse(@Nullable Node node, IntConsumer action) {
        if (node != null) {
            recurse(node.left(), action);
            action.accept(node.value());
            recurse(node.right(), action);
        }
    }
}
