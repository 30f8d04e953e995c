package dev.reprise.benchmarks.arena.kotlin

import dev.reprise.benchmarks.arena.Counting
import dev.reprise.benchmarks.arena.Node
import dev.reprise.benchmarks.arena.Peer
import dev.reprise.benchmarks.arena.Pull
import dev.reprise.benchmarks.arena.TreeWalk

/** Sequences; the one of a tree is a suspending function that calls itself, so that there is one sequence, however deep the tree is. */
@Peer("Kotlin")
class Sequences : Counting.Work, TreeWalk.Work {

    override fun sum(end: Int): Long = Pull.sum(upTo(end).iterator())

    private fun upTo(end: Int): Sequence<Int> = sequence {
        for (i in 0 until end) {
            yield(i)
        }
    }

    override fun sum(root: Node): Long = Pull.sum(sequence { walk(root) }.iterator())

    private suspend fun SequenceScope<Int>.walk(node: Node) {
        node.left()?.let { walk(it) }
        yield(node.value())
        node.right()?.let { walk(it) }
    }
}

/** A sequence for each node of the tree, which its parent yields all of. */
@Peer("Kotlin, nested sequences")
class NestedSequences : TreeWalk.Work {

    override fun sum(root: Node): Long = Pull.sum(inOrder(root).iterator())

    private fun inOrder(node: Node): Sequence<Int> = sequence {
        node.left()?.let { yieldAll(inOrder(it)) }
        yield(node.value())
        node.right()?.let { yieldAll(inOrder(it)) }
    }
}
