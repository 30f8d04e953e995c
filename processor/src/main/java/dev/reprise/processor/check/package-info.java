/** Is it legal? One rule per file, each named as the message it gives; {@link dev.reprise.processor.check.Checks} lists them. */
@NullMarked
package dev.reprise.processor.check;

import org.jspecify.annotations.NullMarked;
