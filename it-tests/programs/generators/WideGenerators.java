package generators;

import dev.reprise.Coroutine;
import dev.reprise.Generator;
import dev.reprise.GeneratorEnd;

// plain: no, plain Java has no generators
/** Generators with as many parameters as the JVM allows. */
class WideGenerators {
    String field = "f";

    @Coroutine
    static Generator<Long, Long, String> statically(long p0, long p1, long p2, long p3, long p4, long p5, long p6, long p7, long p8, double p9, long p10, long p11, long p12, long p13, int p14, long p15, long p16, long p17, long p18, boolean p19, long p20, long p21, long p22, long p23, char p24, long p25, long p26, long p27, long p28, byte p29, long p30, long p31, long p32, long p33, short p34, long p35, long p36, long p37, long p38, float p39, long p40, long p41, long p42, long p43, String p44, long p45, long p46, long p47, long p48, Object p49, long p50, long p51, long p52, long p53, long p54, long p55, long p56, long p57, long p58, double p59, long p60, long p61, long p62, long p63, int p64, long p65, long p66, long p67, long p68, boolean p69, long p70, long p71, long p72, long p73, char p74, long p75, long p76, long p77, long p78, byte p79, long p80, long p81, long p82, long p83, short p84, long p85, long p86, long p87, long p88, float p89, long p90, long p91, long p92, long p93, String p94, long p95, long p96, long p97, long p98, Object p99, long p100, long p101, long p102, long p103, long p104, long p105, long p106, long p107, long p108, double p109, long p110, long p111, long p112, long p113, int p114, long p115, long p116, long p117, long p118, boolean p119, long p120, long p121, long p122, long p123, char p124, long p125, long p126, long p127, long p128, byte p129, long p130, long p131, long p132, long p133, short p134, long p135, long p136, long p137) {
            p0 += (Long) Generator.yield(p1);
            p14++;
            p24++;
            p29++;
            long sum = p2 + p3 + p4 + p5 + p6 + p7 + p8 + p10;
            for (int i = 0; i < 2; i++) {
                sum += (Long) Generator.yield(p137) + p3++;
            }
            String s = sum + ":" + p0 + p9 + "," + p14 + "," + p19 + "," + p24 + "," + p29 + "," + p34 + "," + p39 + "," + p44 + "," + p49 + "," + p59 + "," + p64 + "," + p69 + "," + p74 + "," + p79 + "," + p84 + "," + p89 + "," + p94 + "," + p99 + "," + p109 + "," + p114 + "," + p119 + "," + p124 + "," + p129 + "," + p134;
            return Generator.end(s);
    }

    @Coroutine
    Generator<Long, Long, String> instance(long p0, long p1, long p2, long p3, long p4, long p5, long p6, long p7, long p8, double p9, long p10, long p11, long p12, long p13, int p14, long p15, long p16, long p17, long p18, boolean p19, long p20, long p21, long p22, long p23, char p24, long p25, long p26, long p27, long p28, byte p29, long p30, long p31, long p32, long p33, short p34, long p35, long p36, long p37, long p38, float p39, long p40, long p41, long p42, long p43, String p44, long p45, long p46, long p47, long p48, Object p49, long p50, long p51, long p52, long p53, long p54, long p55, long p56, long p57, long p58, double p59, long p60, long p61, long p62, long p63, int p64, long p65, long p66, long p67, long p68, boolean p69, long p70, long p71, long p72, long p73, char p74, long p75, long p76, long p77, long p78, byte p79, long p80, long p81, long p82, long p83, short p84, long p85, long p86, long p87, long p88, float p89, long p90, long p91, long p92, long p93, String p94, long p95, long p96, long p97, long p98, Object p99, long p100, long p101, long p102, long p103, long p104, long p105, long p106, long p107, long p108, double p109, long p110, long p111, long p112, long p113, int p114, long p115, long p116, long p117, long p118, boolean p119, long p120, long p121, long p122, long p123, char p124, long p125, long p126, long p127, long p128, byte p129, long p130, long p131, long p132, long p133, short p134, long p135, long p136, int p137) {
            p0 += (Long) Generator.yield(p1);
            p14++;
            p24++;
            p29++;
            long sum = p2 + p3 + p4 + p5 + p6 + p7 + p8 + p10;
            for (int i = 0; i < 2; i++) {
                sum += (Long) Generator.yield(p136) + p3++;
            }
            String s = sum + ":" + p0 + p9 + "," + p14 + "," + p19 + "," + p24 + "," + p29 + "," + p34 + "," + p39 + "," + p44 + "," + p49 + "," + p59 + "," + p64 + "," + p69 + "," + p74 + "," + p79 + "," + p84 + "," + p89 + "," + p94 + "," + p99 + "," + p109 + "," + p114 + "," + p119 + "," + p124 + "," + p129 + "," + p134 + "," + p137;
            return Generator.end(s + field);
    }

    static String drain(Generator<Long, Long, String> g) {
        long n = g.next();
        try {
            while (true) {
                n = g.send(n);
            }
        } catch (GeneratorEnd end) {
            return g.result();
        }
    }

    public static void main(String[] args) {
        System.out.println(drain(statically(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9.5, 10L, 11L, 12L, 13L, 14, 15L, 16L, 17L, 18L, true, 20L, 21L, 22L, 23L, 'x', 25L, 26L, 27L, 28L, (byte) 29, 30L, 31L, 32L, 33L, (short) 34, 35L, 36L, 37L, 38L, 39.25f, 40L, 41L, 42L, 43L, "s44", 45L, 46L, 47L, 48L, (Object) "o49", 50L, 51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59.5, 60L, 61L, 62L, 63L, 64, 65L, 66L, 67L, 68L, true, 70L, 71L, 72L, 73L, 'x', 75L, 76L, 77L, 78L, (byte) 79, 80L, 81L, 82L, 83L, (short) 84, 85L, 86L, 87L, 88L, 89.25f, 90L, 91L, 92L, 93L, "s94", 95L, 96L, 97L, 98L, (Object) "o99", 100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109.5, 110L, 111L, 112L, 113L, 114, 115L, 116L, 117L, 118L, true, 120L, 121L, 122L, 123L, 'x', 125L, 126L, 127L, 128L, (byte) 129, 130L, 131L, 132L, 133L, (short) 134, 135L, 136L, 137L)));
        System.out.println(drain(new WideGenerators().instance(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9.5, 10L, 11L, 12L, 13L, 14, 15L, 16L, 17L, 18L, true, 20L, 21L, 22L, 23L, 'x', 25L, 26L, 27L, 28L, (byte) 29, 30L, 31L, 32L, 33L, (short) 34, 35L, 36L, 37L, 38L, 39.25f, 40L, 41L, 42L, 43L, "s44", 45L, 46L, 47L, 48L, (Object) "o49", 50L, 51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59.5, 60L, 61L, 62L, 63L, 64, 65L, 66L, 67L, 68L, true, 70L, 71L, 72L, 73L, 'x', 75L, 76L, 77L, 78L, (byte) 79, 80L, 81L, 82L, 83L, (short) 84, 85L, 86L, 87L, 88L, 89.25f, 90L, 91L, 92L, 93L, "s94", 95L, 96L, 97L, 98L, (Object) "o99", 100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109.5, 110L, 111L, 112L, 113L, 114, 115L, 116L, 117L, 118L, true, 120L, 121L, 122L, 123L, 'x', 125L, 126L, 127L, 128L, (byte) 129, 130L, 131L, 132L, 133L, (short) 134, 135L, 136L, 137)));
    }
}
// expect: 326:19.5,15,true,y,30,34,39.25,s44,o49,59.5,64,true,x,79,84,89.25,s94,o99,109.5,114,true,x,-127,134
// expect: 324:19.5,15,true,y,30,34,39.25,s44,o49,59.5,64,true,x,79,84,89.25,s94,o99,109.5,114,true,x,-127,134,137f
