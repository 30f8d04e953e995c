package locals;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.List;

/** Sixty parameters of twelve types reach a coroutine and live across a suspension. */
class SixtyParameters {
    @Coroutine
    static Async<String> all(
            int p0,
            long p1,
            boolean p2,
            double p3,
            String p4,
            byte p5,
            float p6,
            Object p7,
            char p8,
            short p9,
            int[] p10,
            Integer p11,
            int p12,
            long p13,
            boolean p14,
            double p15,
            String p16,
            byte p17,
            float p18,
            Object p19,
            char p20,
            short p21,
            int[] p22,
            Integer p23,
            int p24,
            long p25,
            boolean p26,
            double p27,
            String p28,
            byte p29,
            float p30,
            Object p31,
            char p32,
            short p33,
            int[] p34,
            Integer p35,
            int p36,
            long p37,
            boolean p38,
            double p39,
            String p40,
            byte p41,
            float p42,
            Object p43,
            char p44,
            short p45,
            int[] p46,
            Integer p47,
            int p48,
            long p49,
            boolean p50,
            double p51,
            String p52,
            byte p53,
            float p54,
            Object p55,
            char p56,
            short p57,
            int[] p58,
            Integer p59) {
        StringBuilder out = new StringBuilder();
        await(turn());
        out.append(p0).append(' ');
        out.append(p1).append(' ');
        out.append(p2).append(' ');
        out.append(p3).append(' ');
        out.append(p4).append(' ');
        out.append(p5).append(' ');
        out.append(p6).append(' ');
        out.append(p7).append(' ');
        out.append(p8).append(' ');
        out.append(p9).append(' ');
        out.append(p10[0]).append(' ');
        out.append(p11).append(' ');
        out.append(p12).append(' ');
        out.append(p13).append(' ');
        out.append(p14).append(' ');
        out.append(p15).append(' ');
        out.append(p16).append(' ');
        out.append(p17).append(' ');
        out.append(p18).append(' ');
        out.append(p19).append(' ');
        out.append(p20).append(' ');
        out.append(p21).append(' ');
        out.append(p22[0]).append(' ');
        out.append(p23).append(' ');
        out.append(p24).append(' ');
        out.append(p25).append(' ');
        out.append(p26).append(' ');
        out.append(p27).append(' ');
        out.append(p28).append(' ');
        out.append(p29).append(' ');
        out.append(p30).append(' ');
        out.append(p31).append(' ');
        out.append(p32).append(' ');
        out.append(p33).append(' ');
        out.append(p34[0]).append(' ');
        out.append(p35).append(' ');
        out.append(p36).append(' ');
        out.append(p37).append(' ');
        out.append(p38).append(' ');
        out.append(p39).append(' ');
        out.append(p40).append(' ');
        out.append(p41).append(' ');
        out.append(p42).append(' ');
        out.append(p43).append(' ');
        out.append(p44).append(' ');
        out.append(p45).append(' ');
        out.append(p46[0]).append(' ');
        out.append(p47).append(' ');
        out.append(p48).append(' ');
        out.append(p49).append(' ');
        out.append(p50).append(' ');
        out.append(p51).append(' ');
        out.append(p52).append(' ');
        out.append(p53).append(' ');
        out.append(p54).append(' ');
        out.append(p55).append(' ');
        out.append(p56).append(' ');
        out.append(p57).append(' ');
        out.append(p58[0]).append(' ');
        out.append(p59).append(' ');
        return Async.of(out.toString());
    }

    @Coroutine
    static Async<Void> program() {
        System.out.println(await(all(
                0,
                1L,
                true,
                3.25,
                "s4",
                (byte) 5,
                6.5f,
                List.of(7),
                (char) ('A' + 8),
                (short) 9,
                new int[] {10},
                11,
                12,
                13L,
                false,
                15.25,
                "s16",
                (byte) 17,
                18.5f,
                List.of(19),
                (char) ('A' + 20),
                (short) 21,
                new int[] {22},
                23,
                24,
                25L,
                true,
                27.25,
                "s28",
                (byte) 29,
                30.5f,
                List.of(31),
                (char) ('A' + 32),
                (short) 33,
                new int[] {34},
                35,
                36,
                37L,
                false,
                39.25,
                "s40",
                (byte) 41,
                42.5f,
                List.of(43),
                (char) ('A' + 44),
                (short) 45,
                new int[] {46},
                47,
                48,
                49L,
                true,
                51.25,
                "s52",
                (byte) 53,
                54.5f,
                List.of(55),
                (char) ('A' + 56),
                (short) 57,
                new int[] {58},
                59)));
        Async<String> cold = all(
                0,
                1L,
                true,
                3.25,
                "s4",
                (byte) 5,
                6.5f,
                List.of(7),
                (char) ('A' + 8),
                (short) 9,
                new int[] {10},
                11,
                12,
                13L,
                false,
                15.25,
                "s16",
                (byte) 17,
                18.5f,
                List.of(19),
                (char) ('A' + 20),
                (short) 21,
                new int[] {22},
                23,
                24,
                25L,
                true,
                27.25,
                "s28",
                (byte) 29,
                30.5f,
                List.of(31),
                (char) ('A' + 32),
                (short) 33,
                new int[] {34},
                35,
                36,
                37L,
                false,
                39.25,
                "s40",
                (byte) 41,
                42.5f,
                List.of(43),
                (char) ('A' + 44),
                (short) 45,
                new int[] {46},
                47,
                48,
                49L,
                true,
                51.25,
                "s52",
                (byte) 53,
                54.5f,
                List.of(55),
                (char) ('A' + 56),
                (short) 57,
                new int[] {58},
                59);
        System.out.println(await(cold).length());
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 0 1 true 3.25 s4 5 6.5 [7] I 9 10 11 12 13 false 15.25 s16 17 18.5 [19] U 21 22 23 24 25 true 27.25 s28 29 30.5 [31] a 33 34 35 36 37 false 39.25 s40 41 42.5 [43] m 45 46 47 48 49 true 51.25 s52 53 54.5 [55] y 57 58 59
// expect: 219
