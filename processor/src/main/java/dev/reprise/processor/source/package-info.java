/** What the user wrote: coroutines, suspensions and the bodies they stand in, read from javac's attributed trees. */
@NullMarked
package dev.reprise.processor.source;

import org.jspecify.annotations.NullMarked;
