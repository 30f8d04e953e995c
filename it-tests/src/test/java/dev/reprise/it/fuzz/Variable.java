package dev.reprise.it.fuzz;

/**
 * A name that expressions may use.
 *
 * @param assignable whether statements may change it
 * @param capturable whether lambdas and local classes may read it
 */
record Variable(String name, Type type, boolean assignable, boolean capturable) {}
