/** Finds the coroutines of a class file and the calls at which they suspend. */
@NullMarked
package dev.reprise.processor.compiler.read;

import org.jspecify.annotations.NullMarked;
