package dev.reprise.it.fuzz;

import java.util.List;
import java.util.Random;

/** The source of every choice of a generated program: the same seed gives the same program. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed * 0x9E3779B97F4A7C15L + 0x632BE59BD9B4E019L);
    }

    /** A number from 0 to {@code sides - 1}. */
    int roll(int sides) {
        return random.nextInt(sides);
    }

    /** A number between two bounds, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
