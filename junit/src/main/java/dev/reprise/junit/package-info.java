/**
 * Test methods of JUnit Jupiter that are coroutines: with this artifact on the test path a method with {@code @Test}, or any other
 * annotation of Jupiter, may return {@link dev.reprise.Async}. It runs on a loop of its own, in virtual time unless {@link
 * dev.reprise.junit.TestLoop} says otherwise.
 */
@NullMarked
package dev.reprise.junit;

import org.jspecify.annotations.NullMarked;
