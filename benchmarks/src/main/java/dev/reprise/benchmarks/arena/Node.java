package dev.reprise.benchmarks.arena;

import org.jspecify.annotations.Nullable;

/** A binary tree of numbers. No record, since peers are compiled for release 8. */
public final class Node {

    /** How many nodes the tree of the benchmarks has: 20 levels, all full. */
    static final int COUNT = (1 << 20) - 1;

    private final @Nullable Node left;
    private final int value;
    private final @Nullable Node right;

    private Node(@Nullable Node left, int value, @Nullable Node right) {
        this.left = left;
        this.value = value;
        this.right = right;
    }

    /** The numbers from 0 up to {@code count}, which is at least 1, in order. */
    static Node balanced(int count) {
        Node root = balanced(0, count);
        if (root == null) {
            throw new IllegalArgumentException("no tree of " + count);
        }
        return root;
    }

    private static @Nullable Node balanced(int from, int to) {
        int middle = (from + to) >>> 1;
        return from == to ? null : new Node(balanced(from, middle), middle, balanced(middle + 1, to));
    }

    public @Nullable Node left() {
        return left;
    }

    public int value() {
        return value;
    }

    public @Nullable Node right() {
        return right;
    }
}
