package dev.reprise.it.fuzz;

/**
 * What is wrong with a program.
 *
 * @param kind the same for failures that have the same cause, as far as can be told
 * @param detail what a person needs to see
 */
record Failure(String kind, String detail) {}
