/**
 * Requests that are computed in this process, on one core or two: a loop, a group of loops, virtual threads. {@link
 * dev.reprise.benchmarks.cores.CoresLoad} runs them.
 */
package dev.reprise.benchmarks.cores;
