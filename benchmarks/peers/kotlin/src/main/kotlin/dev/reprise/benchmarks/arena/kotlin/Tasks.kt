package dev.reprise.benchmarks.arena.kotlin

import dev.reprise.benchmarks.arena.LoopTurn
import dev.reprise.benchmarks.arena.Peer
import dev.reprise.benchmarks.arena.PingPong
import dev.reprise.benchmarks.arena.Spawn
import kotlinx.coroutines.Deferred
import kotlinx.coroutines.async
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Coroutines in the event loop of `runBlocking`. */
@Peer("Kotlin")
class Tasks : LoopTurn.Work, Spawn.Work, PingPong.Work {

    override fun turns(turns: Int, depth: Int): Int = runBlocking { nested(turns, depth) }

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

    override fun spawn(tasks: Int): Long = runBlocking {
        val all = Array<Deferred<Int>>(tasks) { number -> async { number } }
        var sum = 0L
        for (each in all) {
            sum += each.await()
        }
        sum
    }

    override fun play(rounds: Int): Long = runBlocking {
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
}
