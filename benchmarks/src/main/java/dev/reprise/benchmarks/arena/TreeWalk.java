package dev.reprise.benchmarks.arena;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W2: a balanced tree in order by a generator that delegates to itself; the consumer pulls. */
public class TreeWalk extends Workload<TreeWalk.Work> {

    private final Node root = Node.balanced(Node.COUNT);

    public TreeWalk() {
        super(Work.class);
    }

    /** Adds up what a recursive generator gives out of the tree. */
    public interface Work extends Entrant {
        long sum(Node root);
    }

    @Benchmark
    @OperationsPerInvocation(Node.COUNT)
    public long pulled() {
        return checked(entrant.sum(root), sumUpTo(Node.COUNT));
    }
}
