package dev.reprise.sync;

import org.jspecify.annotations.Nullable;

/** A number of permits, and the line of those who wait for one. */
final class Permits {

    /** The lock or semaphore that has the permits. */
    final Object owner;

    final Home home = new Home();
    final Line<Waiting<?>> line = new Line<>();
    private int free;

    /** Who was let in last: with a single permit, the holder. */
    @Nullable Acquiring lastIn;

    Permits(Object owner, int free) {
        this.owner = owner;
        this.free = free;
    }

    int free() {
        return free;
    }

    /** Takes a permit, unless none is free or others have waited for it. */
    boolean tryTake() {
        if (free == 0 || !line.isEmpty()) {
            return false;
        }
        free--;
        return true;
    }

    /** Takes a permit as {@link #tryTake} does; gives null if it cannot be had. */
    @Nullable Permit tryAcquire() {
        if (!tryTake()) {
            return null;
        }
        Acquiring taken = new Acquiring(this);
        taken.hold();
        return taken;
    }

    /** Hands a permit to the first in the line, or puts it back. */
    void giveBack() {
        Waiting<?> next = line.poll();
        if (next == null) {
            free++;
        } else {
            next.admit();
        }
    }
}
