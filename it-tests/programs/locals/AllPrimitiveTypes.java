package locals;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;

/** Locals and parameters of each primitive type survive with their exact type, sign and precision. */
class AllPrimitiveTypes {
    static String type(boolean x) { return "boolean"; }
    static String type(byte x) { return "byte"; }
    static String type(short x) { return "short"; }
    static String type(char x) { return "char"; }

    @Coroutine
    static Async<Void> all(boolean z, byte b, short s, char c, int i, long l, float f, double d) {
        boolean z2 = !z;
        byte b2 = (byte) (b + 1);
        short s2 = (short) (s + 1);
        char c2 = (char) (c + 1);
        int i2 = i + 1;
        long l2 = l + 1;
        float f2 = -f;
        double d2 = -d;
        await(turn());
        System.out.println(z + " " + b + " " + s + " " + (int) c + " " + i + " " + l + " " + f + " " + d);
        System.out.println(z2 + " " + b2 + " " + s2 + " " + (int) c2 + " " + i2 + " " + l2 + " " + f2 + " " + d2);
        System.out.println(type(z) + type(b2) + type(s2) + type(c2));
        Object[] boxed = {z, b, s, c, i, l, f, d};
        await(turn());
        for (Object o : boxed) {
            System.out.print(o.getClass().getSimpleName() + " ");
        }
        System.out.println(Float.floatToRawIntBits(f) + " " + Double.doubleToRawLongBits(d));
        return done();
    }

    @Coroutine
    static Async<Void> program() {
        await(all(true, Byte.MAX_VALUE, Short.MAX_VALUE, Character.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, 0f, 0.0));
        await(all(false, Byte.MIN_VALUE, Short.MIN_VALUE, Character.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE, -0f, Double.MIN_VALUE));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: true 127 32767 65535 2147483647 9223372036854775807 0.0 0.0
// expect: false -128 -32768 0 -2147483648 -9223372036854775808 -0.0 -0.0
// expect: booleanbyteshortchar
// expect: Boolean Byte Short Character Integer Long Float Double 0 0
// expect: false -128 -32768 0 -2147483648 -9223372036854775808 -0.0 4.9E-324
// expect: true -127 -32767 1 -2147483647 -9223372036854775807 0.0 -4.9E-324
// expect: booleanbyteshortchar
// expect: Boolean Byte Short Character Integer Long Float Double -2147483648 1
