@file:JvmName("Sequences")

package dev.reprise.benchmarks

/** The ints from 0 up to but not including [end]. */
internal fun upTo(end: Int): Sequence<Int> = sequence {
    for (i in 0 until end) {
        yield(i)
    }
}

/** A tree in order by a suspending function that calls itself: one sequence, however deep the tree is. */
internal fun inOrder(root: TreeWalk.Node?): Sequence<Int> = sequence { walk(root) }

private suspend fun SequenceScope<Int>.walk(node: TreeWalk.Node?) {
    if (node != null) {
        if (node.left() != null) {
            walk(node.left())
        }
        yield(node.value())
        if (node.right() != null) {
            walk(node.right())
        }
    }
}

/** A tree in order by a sequence for each node, which its parent yields all of. */
internal fun inOrderNested(node: TreeWalk.Node?): Sequence<Int> = sequence {
    if (node != null) {
        if (node.left() != null) {
            yieldAll(inOrderNested(node.left()))
        }
        yield(node.value())
        if (node.right() != null) {
            yieldAll(inOrderNested(node.right()))
        }
    }
}
