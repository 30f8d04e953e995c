/** The compiler as a Maven goal, for class files that something other than javac with our processor wrote. */
@NullMarked
package dev.reprise.maven;

import org.jspecify.annotations.NullMarked;
