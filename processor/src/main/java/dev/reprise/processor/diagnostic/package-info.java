/** What we say: every message the compiler can print, and where it points. */
@NullMarked
package dev.reprise.processor.diagnostic;

import org.jspecify.annotations.NullMarked;
