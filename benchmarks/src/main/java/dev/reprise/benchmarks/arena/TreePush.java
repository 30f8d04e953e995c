package dev.reprise.benchmarks.arena;

import java.util.function.IntConsumer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;

/** W2: the same tree; the generator pushes into a consumer. */
public class TreePush extends Workload<TreePush.Work> {

    private final Node root = Node.balanced(Node.COUNT);

    /** Where the consumer adds up. */
    private long total;

    public TreePush() {
        super(Work.class);
    }

    /** Hands the numbers of the tree to {@code action}, in order. */
    public interface Work extends Entrant {
        void forEach(Node root, IntConsumer action);
    }

    @Benchmark
    @OperationsPerInvocation(Node.COUNT)
    public long pushed() {
        total = 0;
        entrant.forEach(root, number -> total += number);
        return checked(total, sumUpTo(Node.COUNT));
    }
}
