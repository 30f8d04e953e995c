/** Virtual threads in the arena, on one carrier. */
package dev.reprise.benchmarks.arena.threads;
