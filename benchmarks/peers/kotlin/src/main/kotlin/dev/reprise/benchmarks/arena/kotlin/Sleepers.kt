package dev.reprise.benchmarks.arena.kotlin

import dev.reprise.benchmarks.arena.Night
import dev.reprise.benchmarks.arena.Peer
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.yield

/** Coroutines in a `delay`, which counts in milliseconds. */
@Peer("Kotlin")
class Sleepers : Night.Work {

    override fun sleep(sleepers: Int, night: Night) = runBlocking {
        for (i in 0 until sleepers) {
            launch {
                delay(night.bedtimeMillis(i))
                night.woken(i)
            }
        }
        while (!night.inBed()) {
            yield()
        }
        night.allAsleep()
    }
}
