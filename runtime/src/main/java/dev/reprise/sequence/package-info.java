/** What sequences are made of. Not exported. */
@NullMarked
package dev.reprise.sequence;

import org.jspecify.annotations.NullMarked;
