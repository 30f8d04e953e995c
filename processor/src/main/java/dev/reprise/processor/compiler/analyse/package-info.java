/** Learns what a method does, instruction by instruction: where control goes, what is live, which types the variables have, which loops surround a suspension point. Nothing is changed here. */
@NullMarked
package dev.reprise.processor.compiler.analyse;

import org.jspecify.annotations.NullMarked;
