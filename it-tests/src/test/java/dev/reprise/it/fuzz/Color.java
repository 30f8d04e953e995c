package dev.reprise.it.fuzz;

/** An enum for generated programs to switch over. */
public enum Color {
    RED,
    GREEN,
    BLUE
}
