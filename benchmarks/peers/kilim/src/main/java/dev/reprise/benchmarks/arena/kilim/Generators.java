package dev.reprise.benchmarks.arena.kilim;

import dev.reprise.benchmarks.arena.Counting;
import dev.reprise.benchmarks.arena.Node;
import dev.reprise.benchmarks.arena.Peer;
import dev.reprise.benchmarks.arena.Pull;
import dev.reprise.benchmarks.arena.TreeWalk;
import java.util.Iterator;
import kilim.Generator;
import kilim.Pausable;

/** Kilim's generators. */
@Peer("Kilim")
public final class Generators implements Counting.Work, TreeWalk.Work {

    @Override
    public long sum(int end) {
        return Pull.sum((Iterator<Integer>) new UpTo(end));
    }

    private static final class UpTo extends Generator<Integer> {

        private final int end;

        UpTo(int end) {
            this.end = end;
        }

        @Override
        public void execute() throws Pausable {
            for (int i = 0; i < end; i++) {
                this.yield(i);
            }
        }
    }

    @Override
    public long sum(Node root) {
        return Pull.sum((Iterator<Integer>) new InOrder(root));
    }

    private static final class InOrder extends Generator<Integer> {

        private final Node root;

        InOrder(Node root) {
            this.root = root;
        }

        @Override
        public void execute() throws Pausable {
            walk(root);
        }

        private void walk(Node node) throws Pausable {
            if (node != null) {
                walk(node.left());
                this.yield(node.value());
                walk(node.right());
            }
        }
    }
}
