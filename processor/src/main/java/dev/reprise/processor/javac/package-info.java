/** When and where javac writes class files, and what we do with them then. */
@NullMarked
package dev.reprise.processor.javac;

import org.jspecify.annotations.NullMarked;
