/** The annotation processor and bytecode compiler: compile-time only. */
@NullMarked
package dev.reprise.processor;

import org.jspecify.annotations.NullMarked;
