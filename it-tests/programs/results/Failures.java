package results;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.ArrayList;
import java.util.List;

/** Failures on the way to a primitive result, at once and after a suspension, and what is on the operand stack meanwhile. */
class Failures {
    static final List<String> TRAIL = new ArrayList<>();

    @Coroutine
    static Async<Long> half(long n) {
        try {
            if (await(later(n)) % 2 != 0) {
                throw new IllegalArgumentException(n + " is odd");
            }
            await(turn());
            return of(n / 2);
        } finally {
            TRAIL.add("half " + n);
            await(turn());
        }
    }

    @Coroutine
    static Async<Long> quarter(long n) {
        return half(await(half(n)));
    }

    @Coroutine
    static Async<Integer> divided(int by) {
        return of(100 / await(later(by)));
    }

    @Coroutine
    static Async<Long> sum(long... all) {
        long sum = 0;
        for (long each : all) {
            try {
                sum += await(half(each)) * 10 + await(quarter(each));
            } catch (IllegalArgumentException e) {
                TRAIL.add(e.getMessage());
                sum -= await(half(each * 2));
            } finally {
                sum = sum * 2 + await(divided(50));
            }
        }
        return of(sum);
    }

    @Coroutine
    static Async<Integer> nested() {
        try {
            return of(await(divided(1)) + await(divided(0)));
        } catch (ArithmeticException e) {
            return of(await(divided(2)) + (e.getStackTrace()[0].getMethodName().equals("divided") ? 1 : 0));
        }
    }

    @Coroutine
    static Async<Double> returnsFromFinally(boolean fails) {
        try {
            if (fails) {
                throw new IllegalStateException();
            }
            return of(await(later(1.0)) + 1);
        } finally {
            if (await(later(fails))) {
                return of(3.0);
            }
        }
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(sum(4, 5, 6, 8)));
        System.out.println(TRAIL);
        System.out.println(await(nested()));
        System.out.println(await(returnsFromFinally(false)) + await(returnsFromFinally(true)));
        try {
            long never = await(quarter(4)) + await(half(1));
            System.out.println(never);
        } catch (IllegalArgumentException e) {
            System.out.println(e.getMessage());
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 386
// expect: [half 4, half 4, half 2, half 5, 5 is odd, half 10, half 6, half 6, half 3, 3 is odd, half 12, half 8, half 8, half 4]
// expect: 51
// expect: 5.0
// expect: 1 is odd
