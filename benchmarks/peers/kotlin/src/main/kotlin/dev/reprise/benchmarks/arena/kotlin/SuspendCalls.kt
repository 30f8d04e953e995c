package dev.reprise.benchmarks.arena.kotlin

import dev.reprise.benchmarks.arena.Calls
import dev.reprise.benchmarks.arena.Fibonacci
import dev.reprise.benchmarks.arena.Peer
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Calls of suspending functions. */
@Peer("Kotlin")
class SuspendCalls : Calls.Work, Fibonacci.Work {

    override fun sum(start: Int, calls: Int): Int = runBlocking { loop(start, calls) }

    private suspend fun loop(start: Int, calls: Int): Int {
        var sum = start
        for (i in 0 until calls) {
            sum = add(sum, i)
        }
        return sum
    }

    private suspend fun add(a: Int, b: Int): Int {
        if (a == Int.MIN_VALUE) {
            yield()
        }
        return a + b
    }

    override fun fibonacci(n: Int): Int = runBlocking { fib(n) }

    private suspend fun fib(n: Int): Int = if (n < 2) n else fib(n - 1) + fib(n - 2)
}
