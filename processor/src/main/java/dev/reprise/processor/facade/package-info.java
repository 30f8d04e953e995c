/** Sources for people who know nothing of coroutines: a class beside an annotated one, with its coroutines as plain methods. */
@NullMarked
package dev.reprise.processor.facade;

import org.jspecify.annotations.NullMarked;
