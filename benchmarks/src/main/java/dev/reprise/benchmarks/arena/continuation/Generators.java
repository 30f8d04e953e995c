package dev.reprise.benchmarks.arena.continuation;

import dev.reprise.benchmarks.arena.Counting;
import dev.reprise.benchmarks.arena.Node;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.Pull;
import dev.reprise.benchmarks.arena.TreeWalk;
import org.jspecify.annotations.Nullable;

/** A fiber that pauses after each element. */
@Peer(value = "JDK continuation", since = 21)
public final class Generators implements Counting.Work, TreeWalk.Work {

    @Override
    public long sum(int end) {
        return Pull.sum(new FiberGenerator(out -> {
            for (int i = 0; i < end; i++) {
                out.yield(i);
            }
        }));
    }

    @Override
    public long sum(Node root) {
        return Pull.sum(new FiberGenerator(out -> walk(root, out)));
    }

    private static void walk(@Nullable Node node, FiberGenerator out) {
        if (node != null) {
            walk(node.left(), out);
            out.yield(node.value());
            walk(node.right(), out);
        }
    }
}
