package dev.reprise.benchmarks.arena.javaflow;

import dev.reprise.benchmarks.arena.Counting;
import dev.reprise.benchmarks.arena.Node;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.Pull;
import dev.reprise.benchmarks.arena.TreeWalk;
import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** A continuation that suspends with each element. */
@Peer("javaflow")
public final class Generators implements Counting.Work, TreeWalk.Work {

    @Override
    public long sum(int end) {
        return Pull.sum(new FlowGenerator(new UpTo(end)));
    }

    private static final class UpTo extends Flow.Body {

        private final int end;

        UpTo(int end) {
            this.end = end;
        }

        @Override
        public @continuable void run() {
            for (int i = 0; i < end; i++) {
                Continuation.suspend(i);
            }
        }
    }

    @Override
    public long sum(Node root) {
        return Pull.sum(new FlowGenerator(new InOrder(root)));
    }

    private static final class InOrder extends Flow.Body {

        private final Node root;

        InOrder(Node root) {
            this.root = root;
        }

        @Override
        public @continuable void run() {
            walk(root);
        }

        private static @continuable void walk(Node node) {
            if (node != null) {
                walk(node.left());
                Continuation.suspend(node.value());
                walk(node.right());
            }
        }
    }
}
