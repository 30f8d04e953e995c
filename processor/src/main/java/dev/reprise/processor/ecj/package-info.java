/** How the class files of Eclipse's batch compiler are rewritten before it writes them. */
@NullMarked
package dev.reprise.processor.ecj;

import org.jspecify.annotations.NullMarked;
