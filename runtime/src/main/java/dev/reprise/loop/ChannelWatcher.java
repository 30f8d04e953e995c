package dev.reprise.loop;

/** Whoever is told that a channel is ready; the attachment of its selection key. */
public interface ChannelWatcher {

    /**
     * The channel is ready for some of the operations asked for. Called inside the selector: makes something ready, runs
     * no code of the user, and takes the operations it was told of out of the key's interest set.
     *
     * @param operations the ready ones, as in {@link java.nio.channels.SelectionKey}
     */
    void ready(int operations);

    /** Whether the channel belongs to the loop and is closed with it. */
    default boolean isOwned() {
        return true;
    }
}
