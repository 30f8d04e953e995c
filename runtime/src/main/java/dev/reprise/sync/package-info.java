/**
 * Locks, events, queues and the like between the coroutines of one loop. All of them serve in the order of arrival, and
 * none loses a permit, a signal or an item when a coroutine is cancelled.
 *
 * <p>An object of this package belongs to the loop on which it is first used, and may be used by that loop's thread only:
 * anything else is an {@link java.lang.IllegalStateException}. When that loop is closed, another may take it over.
 */
@NullMarked
package dev.reprise.sync;

import org.jspecify.annotations.NullMarked;
