package dev.reprise;

import dev.reprise.frame.Driver;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Who is to be told that a task or promise has its outcome, in the order in which they asked: null for nobody, a {@link
 * Driver} that is woken or a {@link Runnable} that is called by the loop, or a list of these. Most have one.
 */
final class Waiters {

    private Waiters() {}

    /** With {@code waiter} at the end. */
    static Object add(@Nullable Object waiters, Object waiter) {
        if (waiters == null) {
            return waiter;
        }
        if (waiters instanceof Several several) {
            several.add(waiter);
            return several;
        }
        Several several = new Several();
        several.add(waiters);
        several.add(waiter);
        return several;
    }

    /** Without {@code waiter}. */
    static @Nullable Object remove(@Nullable Object waiters, Object waiter) {
        if (waiters instanceof Several several) {
            several.removeIf(each -> each == waiter);
            return several.isEmpty() ? null : several;
        }
        return waiters == waiter ? null : waiters;
    }

    /** Tells all of them. */
    static void wake(@Nullable Object waiters, EventLoop loop) {
        if (waiters instanceof Several several) {
            for (Object waiter : several) {
                wakeOne(waiter, loop);
            }
        } else if (waiters != null) {
            wakeOne(waiters, loop);
        }
    }

    private static void wakeOne(Object waiter, EventLoop loop) {
        if (waiter instanceof Driver driver) {
            driver.wake();
        } else {
            loop.ready().add((Runnable) waiter);
        }
    }

    private static final class Several extends ArrayList<Object> {
        private static final long serialVersionUID = 1L;
    }
}
