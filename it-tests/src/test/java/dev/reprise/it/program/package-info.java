/** What the programs of this module may use besides the library itself. */
@NullMarked
package dev.reprise.it.program;

import org.jspecify.annotations.NullMarked;
