@file:JvmName("Tasks")

package dev.reprise.benchmarks

import kotlinx.coroutines.Deferred
import kotlinx.coroutines.async
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Gives way [turns] times at the bottom of [depth] calls. */
internal fun turns(turns: Int, depth: Int): Int = runBlocking { nested(turns, depth) }

private suspend fun nested(turns: Int, level: Int): Int {
    if (level > 1) {
        return nested(turns, level - 1) + 0
    }
    var sum = 0
    for (i in 0 until turns) {
        yield()
        sum++
    }
    return sum
}

/** Starts [tasks] tasks, then awaits each. */
internal fun spawn(tasks: Int): Long = runBlocking {
    val all = Array<Deferred<Int>>(tasks) { number -> async { number } }
    var sum = 0L
    for (each in all) {
        sum += each.await()
    }
    sum
}

/** Sends [rounds] numbers through a channel to another task and back. */
internal fun pingPong(rounds: Int): Long = runBlocking {
    val there = Channel<Int>(1)
    val back = Channel<Int>(1)
    launch {
        for (i in 0 until rounds) {
            back.send(there.receive())
        }
    }
    var sum = 0L
    for (i in 0 until rounds) {
        there.send(i)
        sum += back.receive()
    }
    sum
}
