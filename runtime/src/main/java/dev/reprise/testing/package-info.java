/** For the tests of programs: time that is not real. */
@NullMarked
package dev.reprise.testing;

import org.jspecify.annotations.NullMarked;
