package controlflow;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.List;

/** A loop inside a switch expression inside call arguments: the loop header has a non-empty operand stack. */
class LoopInsideCallArguments {
    static String join(String a, int b, long c, String d) {
        return a + b + c + d;
    }

    @Coroutine
    static Async<Integer> digits(int n) {
        int[] seen = new int[3];
        String s = join("<", n, 7L, new StringBuilder("s").append(
                switch (n) {
                    case 1 -> {
                        int total = 0;
                        while (await(later(total)) < 5) {
                            seen[total % 3] += await(later(total));
                            total += 2;
                        }
                        yield total;
                    }
                    default -> {
                        StringBuilder b = new StringBuilder();
                        for (String part : List.of("x", "y")) {
                            for (char c : (part + n).toCharArray()) {
                                b.append(c).append(await(later('-')));
                            }
                        }
                        yield b.toString();
                    }
                }).append(await(later(seen[0] + seen[1] + seen[2]))).toString());
        System.out.println(s);
        return Async.of(s.length());
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(digits(1)) + await(digits(2)));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: <17s66
// expect: <27sx-2-y-2-0
// expect: 19
