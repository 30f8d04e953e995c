/** Coroutines, tasks and the event loop that runs them. */
@NullMarked
package dev.reprise;

import org.jspecify.annotations.NullMarked;
