/** Runners over the data of this module: programs, diagnostics, bytecode, parity, documents and whole builds. */
@NullMarked
package dev.reprise.it;

import org.jspecify.annotations.NullMarked;
