package dev.reprise.loop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The selector of a loop: where it waits for channels. It is opened by the first channel or the first {@link LoopCore.Pause},
 * because many a loop needs neither.
 */
public final class SelectorDriver {

    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Time-out without end. */
    static final long FOREVER = Long.MAX_VALUE;

    /** Written by the loop's thread before it says that it sleeps; read by the threads that wake it. */
    private volatile @Nullable Selector selector;

    private final Duties duties;

    SelectorDriver(Duties duties) {
        this.duties = duties;
    }

    /**
     * Makes {@code watcher} the one that hears about {@code channel}, with no operation asked for yet.
     *
     * @throws IOException if the channel is closed or the selector cannot be opened
     */
    public SelectionKey register(SelectableChannel channel, ChannelWatcher watcher) throws IOException {
        Selector open = opened();
        SelectionKey forgotten = channel.keyFor(open);
        if (forgotten != null && !forgotten.isValid()) {
            select(0);
        }
        duties.add(Duties.CHANNELS);
        return channel.register(open, 0, watcher);
    }

    /** The one that hears about {@code channel}; null if nobody does. */
    public @Nullable ChannelWatcher watcherOf(SelectableChannel channel) {
        Selector open = selector;
        SelectionKey key = open == null ? null : channel.keyFor(open);
        return key != null && key.isValid() ? (ChannelWatcher) key.attachment() : null;
    }

    /** Lets go of a channel that stays open, so that it can be made blocking at once. */
    public void forget(SelectionKey key) {
        key.cancel();
        select(0);
    }

    /** Whether channels may be registered: true from the first on, until a look at them finds none. */
    boolean hasChannels() {
        return duties.has(Duties.CHANNELS);
    }

    /** Whether any channel waits for an operation; looks at all of them. */
    public boolean isWatching() {
        Selector open = selector;
        if (open == null) {
            return false;
        }
        for (SelectionKey key : open.keys()) {
            if (key.isValid() && key.interestOps() != 0 && ((ChannelWatcher) key.attachment()).isWaiting()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Tells the watchers of the channels that are ready.
     *
     * @param nanos how long to wait for one at most, rounded up to milliseconds; 0 does not wait
     * @return whether there was one
     */
    boolean select(long nanos) {
        try {
            Selector open = opened();
            boolean came = nanos <= 0
                    ? open.selectNow(SelectorDriver::tell) > 0
                    : open.select(SelectorDriver::tell, millis(nanos)) > 0;
            if (!came && open.keys().isEmpty()) {
                duties.remove(Duties.CHANNELS);
            }
            return came;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * Waits for a channel to become ready, and tells nobody; on any thread, while the loop's does not use the selector.
     *
     * @param nanos as for {@link #select}, more than 0
     * @return whether there was one
     */
    boolean await(long nanos) {
        try {
            Selector open = opened();
            boolean came = open.select(millis(nanos)) > 0;
            open.selectedKeys().clear();
            return came;
        } catch (IOException e) {
            throw broken(e);
        }
    }

    private static long millis(long nanos) {
        return nanos == FOREVER ? 0 : (nanos - 1) / NANOS_PER_MILLI + 1;
    }

    private static UncheckedIOException broken(IOException e) {
        return new UncheckedIOException("the selector of the event loop failed", e);
    }

    /** Ends a sleep in {@link #select} or {@link #await}. Thread-safe. */
    void wakeUp() {
        Selector open = selector;
        if (open != null) {
            open.wakeup();
        }
    }

    /** Makes sure that {@link #wakeUp} finds a selector. */
    void open() {
        try {
            opened();
        } catch (IOException e) {
            throw new UncheckedIOException("the selector of the event loop cannot be opened", e);
        }
    }

    /** Closes the selector and every channel of the loop that is still registered. */
    void close() throws IOException {
        Selector open = selector;
        if (open == null) {
            return;
        }
        List<SelectionKey> left = new ArrayList<>(open.keys());
        try {
            for (SelectionKey key : left) {
                if (((ChannelWatcher) key.attachment()).isOwned()) {
                    key.channel().close();
                }
            }
        } finally {
            open.close();
        }
    }

    private Selector opened() throws IOException {
        Selector open = selector;
        if (open == null) {
            open = Selector.open();
            selector = open;
        }
        return open;
    }

    private static void tell(SelectionKey key) {
        if (key.isValid()) {
            ((ChannelWatcher) key.attachment()).ready(key.readyOps());
        }
    }
}
