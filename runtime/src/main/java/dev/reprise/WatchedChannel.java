package dev.reprise;

import dev.reprise.loop.ChannelWatcher;
import dev.reprise.loop.ReadyQueue;
import java.io.IOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import org.jspecify.annotations.Nullable;

/** A channel that a program has brought itself, and who is called when it is ready. */
final class WatchedChannel implements ChannelWatcher {

    private final SelectionKey key;
    private final Side readable;
    private final Side writable;

    private WatchedChannel(SelectableChannel channel, LoopMachine core) throws IOException {
        int possible = channel.validOps();
        readable = new Side(core.ready(), possible & (SelectionKey.OP_READ | SelectionKey.OP_ACCEPT), "readable");
        writable = new Side(core.ready(), possible & (SelectionKey.OP_WRITE | SelectionKey.OP_CONNECT), "writable");
        key = core.selector().register(channel, this);
    }

    /** That of a channel; a new one if the loop does not watch it. */
    static WatchedChannel of(SelectableChannel channel, LoopMachine core) throws IOException {
        if (channel.isOpen() && channel.isBlocking()) {
            throw new IllegalStateException(
                    channel + " blocks, so a loop cannot wait for it: call configureBlocking(false) first");
        }
        WatchedChannel watched = known(channel, core);
        return watched == null ? new WatchedChannel(channel, core) : watched;
    }

    private static @Nullable WatchedChannel known(SelectableChannel channel, LoopMachine core) {
        return core.selector().watcherOf(channel) instanceof WatchedChannel watched ? watched : null;
    }

    /** Says who is called from here on. */
    void onReadable(@Nullable Runnable callback, LoopMachine core) {
        set(readable, callback, core);
    }

    void onWritable(@Nullable Runnable callback, LoopMachine core) {
        set(writable, callback, core);
    }

    private void set(Side side, @Nullable Runnable callback, LoopMachine core) {
        boolean isPossible = callback == null || side.operations != 0;
        side.callback = isPossible ? callback : null;
        int wanted = readable.wanted() | writable.wanted();
        if (wanted == 0) {
            core.selector().forget(key);
        } else {
            key.interestOps(wanted);
        }
        if (!isPossible) {
            throw new IllegalArgumentException(key.channel() + " is never " + side.name);
        }
    }

    /**
     * Calls nobody any more.
     *
     * @return whether anybody would have been called
     */
    static boolean remove(SelectableChannel channel, LoopMachine core) {
        WatchedChannel watched = known(channel, core);
        if (watched == null) {
            return false;
        }
        watched.readable.callback = null;
        watched.set(watched.writable, null, core);
        return true;
    }

    @Override
    public void ready(int operations) {
        readable.ready(operations);
        writable.ready(operations);
    }

    @Override
    public boolean isOwned() {
        return false;
    }

    /** One of the two things a channel can be ready for. */
    private static final class Side implements Runnable {

        private final ReadyQueue queue;
        private final int operations;
        private final String name;
        private @Nullable Runnable callback;
        private boolean isQueued;

        Side(ReadyQueue queue, int operations, String name) {
            this.queue = queue;
            this.operations = operations;
            this.name = name;
        }

        int wanted() {
            return callback == null ? 0 : operations;
        }

        void ready(int ready) {
            if ((ready & operations) != 0 && callback != null && !isQueued) {
                isQueued = true;
                queue.add(this);
            }
        }

        @Override
        public void run() {
            isQueued = false;
            Runnable called = callback;
            if (called != null) {
                called.run();
            }
        }

        @Override
        public String toString() {
            return "call of " + callback + " (channel is " + name + ")";
        }
    }
}
