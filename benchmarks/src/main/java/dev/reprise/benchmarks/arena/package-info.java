/**
 * The arena: workloads that each peer does in its own way, side by side. A workload is a class with the JMH benchmark and the
 * interface that peers implement; the implementations are services, found on the class path.
 */
package dev.reprise.benchmarks.arena;
