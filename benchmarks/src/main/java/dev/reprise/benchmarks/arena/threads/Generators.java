package dev.reprise.benchmarks.arena.threads;

import dev.reprise.benchmarks.arena.Counting;
import dev.reprise.benchmarks.arena.Node;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.Pull;
import dev.reprise.benchmarks.arena.TreeWalk;
import org.jspecify.annotations.Nullable;

/** Two virtual threads, of which one produces for the other. */
@Peer(value = "virtual threads", since = 21)
public final class Generators implements Counting.Work, TreeWalk.Work {

    @Override
    public long sum(int end) {
        return Virtual.run(() -> Pull.sum(new ThreadGenerator(out -> {
            for (int i = 0; i < end; i++) {
                out.yield(i);
            }
        })));
    }

    @Override
    public long sum(Node root) {
        return Virtual.run(() -> Pull.sum(new ThreadGenerator(out -> walk(root, out))));
    }

    private static void walk(@Nullable Node node, ThreadGenerator out) {
        if (node != null) {
            walk(node.left(), out);
            out.yield(node.value());
            walk(node.right(), out);
        }
    }
}
