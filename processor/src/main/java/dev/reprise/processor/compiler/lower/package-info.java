/** Decides how a coroutine is rewritten: which field keeps which value, how a resumed body finds its way back. */
@NullMarked
package dev.reprise.processor.compiler.lower;

import org.jspecify.annotations.NullMarked;
