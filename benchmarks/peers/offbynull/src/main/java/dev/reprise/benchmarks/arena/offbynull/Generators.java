package dev.reprise.benchmarks.arena.offbynull;

import com.offbynull.coroutines.user.Continuation;
import dev.reprise.benchmarks.arena.Counting;
import dev.reprise.benchmarks.arena.Node;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.Pull;
import dev.reprise.benchmarks.arena.TreeWalk;

/** A continuation that suspends with each element. */
@Peer("offbynull")
public final class Generators implements Counting.Work, TreeWalk.Work {

    @Override
    public long sum(int end) {
        return Pull.sum(new RunnerGenerator(new UpTo(end)));
    }

    private static final class UpTo extends Runner.Body {

        private final int end;

        UpTo(int end) {
            this.end = end;
        }

        @Override
        public void run(Continuation c) {
            for (int i = 0; i < end; i++) {
                c.setContext(i);
                c.suspend();
            }
        }
    }

    @Override
    public long sum(Node root) {
        return Pull.sum(new RunnerGenerator(new InOrder(root)));
    }

    private static final class InOrder extends Runner.Body {

        private final Node root;

        InOrder(Node root) {
            this.root = root;
        }

        @Override
        public void run(Continuation c) {
            walk(c, root);
        }

        private static void walk(Continuation c, Node node) {
            if (node != null) {
                walk(c, node.left());
                c.setContext(node.value());
                c.suspend();
                walk(c, node.right());
            }
        }
    }
}
