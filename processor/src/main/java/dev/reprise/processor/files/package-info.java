/** Class files that somebody else has written: in directories, in jars, on their way into a JVM. */
@NullMarked
package dev.reprise.processor.files;

import org.jspecify.annotations.NullMarked;
