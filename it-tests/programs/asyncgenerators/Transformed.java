package asyncgenerators;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.AsyncGenerator;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.List;

// plain: no, plain Java has no generators
/** map, filter and take give elements when they are asked for, and take asks for none too many. */
class Transformed {
    @Coroutine
    static AsyncGenerator<Integer> numbers(int last) {
        for (int i = 1; i <= last; i++) {
            System.out.print("[" + i + "]");
            Generator.yield(await(later(i)));
        }
        return Generator.end();
    }

    @Coroutine
    static Async<Void> program() {
        List<String> found = await(
                numbers(9).filter(i -> i % 2 == 0).map(i -> "n" + i).take(2).toList());
        System.out.println(found);
        await(numbers(3).forEach(i -> System.out.print(i + " ")));
        System.out.println();
        for (String s : await(numbers(2).map(i -> "m" + i))) {
            System.out.print(s);
        }
        System.out.println(await(numbers(0).toList()) + "" + await(numbers(5).take(0).toList()));
        System.out.println(await(numbers(3).map(i -> {
                    System.out.print("(" + i + ")");
                    return i * i;
                })
                .filter(i -> i > 1)
                .take(2)
                .toList()));
        RuntimeException failure = new IllegalStateException("not wanted");
        try {
            await(numbers(2).filter(i -> {
                throw failure;
            }).toList());
        } catch (IllegalStateException e) {
            System.out.println(e == failure);
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: [1][2][3][4][n2, n4]
// expect: [1]1 [2]2 [3]3 
// expect: [1]m1[2]m2[][]
// expect: [1](1)[2](2)[3](3)[4, 9]
// expect: [1]true
