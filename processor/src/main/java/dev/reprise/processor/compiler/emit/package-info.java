/** Writes the body, the kick-off and the frame class. */
@NullMarked
package dev.reprise.processor.compiler.emit;

import org.jspecify.annotations.NullMarked;
