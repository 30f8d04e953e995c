package dev.reprise.benchmarks.arena;

/** The work of one or more workloads as one peer does it: a service, whose class says by {@link Peer} whose it is. */
public interface Entrant {}
