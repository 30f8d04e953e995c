/** The limit: what a program would be if it was written by hand, plain calls and state machines on a minimal loop. */
package dev.reprise.benchmarks.arena.limit;
