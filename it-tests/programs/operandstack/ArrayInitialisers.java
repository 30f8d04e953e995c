package operandstack;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.Arrays;

/** Awaits in array initialisers, varargs, dimensions and indices, of every element type. */
class ArrayInitialisers {
    static String all(Object... parts) {
        return Arrays.toString(parts);
    }

    static int sum(int first, int... rest) {
        return first + Arrays.stream(rest).sum();
    }

    @Coroutine
    static Async<Void> program() {
        int[] i = {1, await(later(2)), 3};
        long[] l = {await(later(1L)), 2, await(later(3L))};
        double[] d = {0.5, await(later(1.5))};
        byte[] b = {1, (byte) (int) await(later(200))};
        boolean[] z = {await(later(true)), false};
        char[] c = {'a', await(later('b')), 'c'};
        short[] s = {await(later((short) 7))};
        float[] f = {await(later(1f)), 2f};
        String[] t = {"x", await(later("y")), null};
        System.out.println(Arrays.toString(i) + Arrays.toString(l) + Arrays.toString(d) + Arrays.toString(b));
        System.out.println(Arrays.toString(z) + Arrays.toString(c) + Arrays.toString(s) + Arrays.toString(f) + Arrays.toString(t));
        int[][] nested = {{1}, {await(later(2)), 3}, {}, null, {4, 5, await(later(6))}};
        System.out.println(Arrays.deepToString(nested));
        int[][][] dimensions = new int[await(later(2))][await(later(3))][];
        System.out.println(dimensions.length + " " + dimensions[1].length + " " + dimensions[1][2]);
        nested[await(later(1))][await(later(0))] = await(later(9));
        System.out.println(nested[1][0] + nested[4][await(later(2))]);
        System.out.println(all(1, await(later("two")), 3.0, await(later(null)), 'c'));
        System.out.println(sum(await(later(1))) + sum(1, await(later(2)), await(later(3))));
        System.out.println(all((Object[]) new String[] {await(later("p")), "q"}));
        try {
            i[await(later(3))] = await(later(1));
        } catch (ArrayIndexOutOfBoundsException e) {
            System.out.println("out of bounds");
        }
        Object[] strings = new String[1];
        try {
            strings[0] = await(later(1));
        } catch (ArrayStoreException e) {
            System.out.println("store");
        }
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: [1, 2, 3][1, 2, 3][0.5, 1.5][1, -56]
// expect: [true, false][a, b, c][7][1.0, 2.0][x, y, null]
// expect: [[1], [2, 3], [], null, [4, 5, 6]]
// expect: 2 3 null
// expect: 15
// expect: [1, two, 3.0, null, c]
// expect: 7
// expect: [p, q]
// expect: out of bounds
// expect: store
