/**
 * The machine room of the event loop: one turn takes what other threads handed in, what is due, what the selector
 * reports, and then runs what is ready. Used by the loop's thread alone, except for {@link dev.reprise.loop.Inbox}.
 */
@NullMarked
package dev.reprise.loop;

import org.jspecify.annotations.NullMarked;
