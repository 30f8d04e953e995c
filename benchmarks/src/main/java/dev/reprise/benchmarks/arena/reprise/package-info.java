/** Reprise in the arena. */
package dev.reprise.benchmarks.arena.reprise;
