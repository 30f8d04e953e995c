/** The continuation inside the JDK, which virtual threads are made of, in the arena; its tasks run on {@code HandLoop}. */
package dev.reprise.benchmarks.arena.continuation;
