/**
 * Bytes in, bytes out: the bytecode compiler, free of javac and of annotation processing, so that the annotation processor, the build plugin, the agent and the
 * command line all call the same code.
 */
@NullMarked
package dev.reprise.processor.compiler;

import org.jspecify.annotations.NullMarked;
