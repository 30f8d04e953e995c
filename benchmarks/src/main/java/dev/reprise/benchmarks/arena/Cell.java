package dev.reprise.benchmarks.arena;

import org.jspecify.annotations.Nullable;

/** A queue of capacity 1 on a {@link HandLoop}, for one who puts and one who takes. */
public final class Cell {

    private final HandLoop loop;
    private @Nullable Integer item;
    private @Nullable Runnable putter;
    private @Nullable Runnable taker;

    public Cell(HandLoop loop) {
        this.loop = loop;
    }

    /** Puts {@code item}, or gives false if the queue is full: then {@code retry} runs once it is not. */
    public boolean offer(Integer item, Runnable retry) {
        if (this.item != null) {
            putter = retry;
            return false;
        }
        this.item = item;
        if (taker != null) {
            loop.add(taker);
            taker = null;
        }
        return true;
    }

    /** Takes the item, or gives null if there is none: then {@code retry} runs once there is one. */
    public @Nullable Integer poll(Runnable retry) {
        Integer taken = item;
        if (taken == null) {
            taker = retry;
            return null;
        }
        item = null;
        if (putter != null) {
            loop.add(putter);
            putter = null;
        }
        return taken;
    }
}
