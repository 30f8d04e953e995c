package dev.reprise.benchmarks;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import java.util.PrimitiveIterator;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A balanced tree in order: by a generator that delegates to itself, and by a hand-written iterator with a stack. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class TreeWalk {

    static final int COUNT = (1 << 14) - 1;

    private final @Nullable Node root = balanced(0, COUNT);

    /** Where the loops over a consumer add up. */
    private long total;

    record Node(@Nullable Node left, int value, @Nullable Node right) {}

    static @Nullable Node balanced(int from, int to) {
        int middle = (from + to) >>> 1;
        return from == to ? null : new Node(balanced(from, middle), middle, balanced(middle + 1, to));
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long pulled() {
        return sum(inOrder(root));
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long pulledByHand() {
        return sum(new InOrder(root));
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long forEach() {
        total = 0;
        inOrder(root).forEachRemaining((int value) -> total += value);
        return total;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long forEachByHand() {
        total = 0;
        new InOrder(root).forEachRemaining((int value) -> total += value);
        return total;
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public long forEachRecursive() {
        total = 0;
        recurse(root, value -> total += value);
        return total;
    }

    private static void recurse(@Nullable Node node, IntConsumer action) {
        if (node != null) {
            recurse(node.left(), action);
            action.accept(node.value());
            recurse(node.right(), action);
        }
    }

    private static long sum(PrimitiveIterator.OfInt numbers) {
        long sum = 0;
        while (numbers.hasNext()) {
            sum += numbers.nextInt();
        }
        return sum;
    }

    @Coroutine
    private static PrimitiveIterator.OfInt inOrder(@Nullable Node node) {
        if (node != null) {
            if (node.left() != null) {
                Generator.yieldFrom(inOrder(node.left()));
            }
            Generator.yield(node.value());
            if (node.right() != null) {
                Generator.yieldFrom(inOrder(node.right()));
            }
        }
        return Generator.end();
    }

    private static final class InOrder implements PrimitiveIterator.OfInt {

        private final Deque<Node> open = new ArrayDeque<>();

        InOrder(@Nullable Node root) {
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
}
