package dev.reprise.it.fuzz;

/** A class for generated programs to instantiate; its construction is observable. */
public class Point implements Shape {
    public int x;
    public long y;

    public Point(int x, long y) {
        Gate.log("Point(" + x + "," + y + ")");
        this.x = x;
        this.y = y;
    }

    public Point(Shape inner, String name, double weight) {
        this(inner == null ? -1 : inner.size(), (long) weight);
        Gate.log("named " + name);
    }

    public Point move(int by) {
        x += by;
        return this;
    }

    @Override
    public int size() {
        return x + (int) y;
    }

    @Override
    public String toString() {
        return "P" + x + ":" + y;
    }
}
