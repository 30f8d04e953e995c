package dev.reprise.frame;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The coroutines that were made on the thread of one event loop in debug mode, while it ran, and that nobody has awaited or
 * started. Without such a loop all that a coroutine does is to look at {@link #watching}.
 */
public final class Unawaited {

    /** Whether a loop in debug mode is open. Not exact on other threads than that loop's, which make nothing for it. */
    static boolean watching;

    /** Of all loops, because a coroutine may be started on another one than the one it was made on. */
    private static final Set<Object> ENTRIES = ConcurrentHashMap.newKeySet();

    /** Guarded by the class: how many loops in debug mode are open. */
    private static int watchers;

    private final ReferenceQueue<Object> dropped = new ReferenceQueue<>();

    /** For an event loop; it is watched for from here on until {@link #takeAll}. */
    public Unawaited() {
        watchers(1);
    }

    private static synchronized void watchers(int change) {
        watchers += change;
        watching = watchers > 0;
    }

    /** A coroutine that has not been started. Found by the identity of the coroutine while that lives. */
    public static final class Entry extends PhantomReference<Object> {

        private final Unawaited home;
        private final int hash;
        private final String method;
        private final Throwable origin;

        private Entry(Frame<?> frame, Unawaited home) {
            super(frame, home.dropped);
            this.home = home;
            this.hash = System.identityHashCode(frame);
            this.method = PointTable.of(frame).method();
            this.origin = callerOf(method);
        }

        /** The calls that lead here without the first, which is that of the coroutine method. */
        private static Throwable callerOf(String method) {
            Throwable origin = Origin.here();
            StackTraceElement[] calls = origin.getStackTrace();
            if (calls.length > 1 && method.equals(calls[0].getClassName() + "." + calls[0].getMethodName())) {
                origin.setStackTrace(Arrays.copyOfRange(calls, 1, calls.length));
            }
            return origin;
        }

        /** {@code Class.method} of the coroutine. */
        public String method() {
            return method;
        }

        /** Where the method was called, as a stack trace. */
        public Throwable origin() {
            return origin;
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }
    }

    /** What is equal to the entry of a coroutine. */
    private record Wanted(Frame<?> frame) {

        @Override
        public int hashCode() {
            return System.identityHashCode(frame);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Entry entry && entry.refersTo(frame);
        }
    }

    /** A frame was made. */
    static void made(Frame<?> frame) {
        Unawaited home = Context.current().unawaited();
        if (home != null && !(frame instanceof AsyncGeneratorFrame)) {
            ENTRIES.add(new Entry(frame, home));
        }
    }

    /** A coroutine was started, or ended without having been, or its frame is that of a body that runs already. */
    static void started(Frame<?> frame) {
        ENTRIES.remove(new Wanted(frame));
    }

    /** The next coroutine that was collected without having been started, null if there is none. */
    public @Nullable Entry pollDropped() {
        while (dropped.poll() instanceof Entry entry) {
            if (ENTRIES.remove(entry)) {
                return entry;
            }
        }
        return null;
    }

    /** Ends the watch and takes out what is left. */
    public List<Entry> takeAll() {
        watchers(-1);
        List<Entry> left = new ArrayList<>();
        for (Object each : ENTRIES) {
            if (each instanceof Entry entry && entry.home == this) {
                left.add(entry);
            }
        }
        left.removeIf(entry -> !ENTRIES.remove(entry));
        return left;
    }
}
