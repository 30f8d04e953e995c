package dev.reprise.it.fuzz;

/** A second implementation of {@link Shape}, so that types meet at joins. */
public final class Circle implements Shape {
    private final int radius;

    public Circle(int radius) {
        this.radius = radius;
    }

    @Override
    public int size() {
        return radius * 3;
    }

    @Override
    public String toString() {
        return "C" + radius;
    }
}
