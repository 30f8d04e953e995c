/** Random programs, run plainly and as coroutines: whatever they do, both forms do the same. */
@NullMarked
package dev.reprise.it.fuzz;

import org.jspecify.annotations.NullMarked;
