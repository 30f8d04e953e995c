package dev.reprise.it.fuzz;

/** An interface for generated programs: types that meet here have no common superclass but Object. */
public interface Shape {
    int size();
}
