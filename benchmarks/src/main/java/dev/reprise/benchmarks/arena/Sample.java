package dev.reprise.benchmarks.arena;

import java.util.List;
import java.util.Locale;

/** One figure as it was measured in each iteration of each fork, in ascending order. */
record Sample(List<Double> values) {

    static Sample of(List<Double> values) {
        return new Sample(values.stream().sorted().toList());
    }

    double median() {
        int middle = values.size() / 2;
        return values.size() % 2 == 1 ? values.get(middle) : (values.get(middle - 1) + values.get(middle)) / 2;
    }

    double most() {
        return values.get(values.size() - 1);
    }

    /** From the least to the most, in multiples of {@code unit}. */
    String spreadIn(double unit) {
        return number(values.get(0) / unit) + " – " + number(most() / unit);
    }

    /** With three digits, or as many as there are before the point. */
    static String number(double value) {
        double size = Math.abs(value);
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
        // no minus before what is rounded to nothing
        return String.format(Locale.ROOT, "%,." + decimals + "f", size < 0.005 ? 0 : value);
    }
}
