/**
 * Proof on code that nobody here wrote: the methods of published libraries are made coroutines that suspend at every call
 * and every backward branch, and the libraries' own tests have to find no difference.
 */
@NullMarked
package dev.reprise.it.foreign;

import org.jspecify.annotations.NullMarked;
