package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.HandLoop;
import dev.reprise.benchmarks.arena.OnHandLoop.Sum;

/** A callback that adds itself again; by hand nothing is deep. */
final class Turner implements Runnable {

    private final HandLoop loop;
    private final int turns;
    private final Sum result;
    private boolean resumed;
    private int i;
    private int sum;

    Turner(HandLoop loop, int turns, Sum result) {
        this.loop = loop;
        this.turns = turns;
        this.result = result;
    }

    @Override
    public void run() {
        if (resumed) {
            sum++;
            i++;
        }
        if (i < turns) {
            resumed = true;
            loop.add(this);
        } else {
            result.value = sum;
        }
    }
}
