package dev.reprise.it;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A class with a given number of suspension points, and where they are. */
enum CompileTimeShape {
    /** One behind the other. */
    ROW(1000) {
        @Override
        String statement(int i) {
            return "sum += await(Async.of(sum)) + " + i + ";";
        }
    },
    /** Each in a loop of its own with a jump out of it and a branch around the point. */
    LOOPS(600) {
        @Override
        String statement(int i) {
            return "for (int i = 0; i < n; i++) { if (sum == i) { break; } else { sum += await(Async.of(i)); } }";
        }
    },
    /** Each in a block whose end runs whatever happens. */
    TRIES(500) {
        @Override
        String statement(int i) {
            return "try { sum += await(Async.of(n)); } catch (IllegalStateException e) { n--; } finally { sum++; }";
        }
    },
    /** All in one loop, on operand stacks that hold something. */
    OPERANDS(800) {
        @Override
        String source(int points) {
            return around(points, "for (int i = 0; i < n; i++) { ", " }");
        }

        @Override
        String statement(int i) {
            return "sum += new StringBuilder(n > " + i + " ? await(Async.of(n)) : 3).capacity();";
        }
    },
    /** Each in a coroutine of its own, which awaits the one before it. */
    COROUTINES(1000) {
        @Override
        String source(int points) {
            String coroutines = IntStream.range(1, points + 1)
                    .mapToObj(this::statement)
                    .map(coroutine -> "    @Coroutine static " + coroutine + "\n")
                    .collect(Collectors.joining());
            String first = "    @Coroutine static Async<Long> m0(long sum) { return Async.of(sum); }\n";
            return declaration(points, first + coroutines);
        }

        @Override
        String statement(int i) {
            return "Async<Long> m%d(long sum) { return Async.of(await(m%d(sum)) + sum); }".formatted(i, i - 1);
        }
    };

    private final int most;

    CompileTimeShape(int most) {
        this.most = most;
    }

    /** About how many points fit into what the JVM allows, a thousand if there is room for more. */
    int most() {
        return most;
    }

    /** A class {@code M<points>}. */
    String source(int points) {
        return around(points, "", "");
    }

    abstract String statement(int i);

    String around(int points, String before, String after) {
        String statements = IntStream.range(0, points)
                .mapToObj(i -> "        " + statement(i) + "\n")
                .collect(Collectors.joining());
        return declaration(points, """
                    @Coroutine
                    static Async<Long> m(long sum, int n) {
                        %s
                %s        %s
                        return Async.of(sum);
                    }
                """.formatted(before, statements, after));
    }

    private static String declaration(int points, String members) {
        return """
                import static dev.reprise.Async.await;
                import dev.reprise.*;
                class M%d {
                %s}
                """.formatted(points, members);
    }
}
