package dev.reprise.loop;

/** Whoever is told that a channel is ready; the attachment of its selection key. */
public interface ChannelWatcher {

    /**
     * The channel is ready for some of the operations asked for. Called inside the selector: makes something ready, runs
     * no code of the user. What it is told of and is not dealt with before the next turn it takes out of the key's interest set.
     *
     * @param operations the ready ones, as in {@link java.nio.channels.SelectionKey}
     */
    void ready(int operations);

    /** Whether somebody waits for an operation of those that are asked for. */
    default boolean isWaiting() {
        return true;
    }

    /** Whether the channel belongs to the loop and is closed with it. */
    default boolean isOwned() {
        return true;
    }
}
