package locals;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.*;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import java.util.concurrent.CompletableFuture;

/** As many parameters as the JVM allows, which leaves no room for what the compiler adds. */
class WideParameters {
    String field = "f";

    interface Face {
        @Coroutine
        default Async<String> wide(long p0, long p1, long p2, long p3, long p4, long p5, long p6, long p7, long p8, double p9, long p10, long p11, long p12, long p13, int p14, long p15, long p16, long p17, long p18, boolean p19, long p20, long p21, long p22, long p23, char p24, long p25, long p26, long p27, long p28, byte p29, long p30, long p31, long p32, long p33, short p34, long p35, long p36, long p37, long p38, float p39, long p40, long p41, long p42, long p43, String p44, long p45, long p46, long p47, long p48, Object p49, long p50, long p51, long p52, long p53, long p54, long p55, long p56, long p57, long p58, double p59, long p60, long p61, long p62, long p63, int p64, long p65, long p66, long p67, long p68, boolean p69, long p70, long p71, long p72, long p73, char p74, long p75, long p76, long p77, long p78, byte p79, long p80, long p81, long p82, long p83, short p84, long p85, long p86, long p87, long p88, float p89, long p90, long p91, long p92, long p93, String p94, long p95, long p96, long p97, long p98, Object p99, long p100, long p101, long p102, long p103, long p104, long p105, long p106, long p107, long p108, double p109, long p110, long p111, long p112, long p113, int p114, long p115, long p116, long p117, long p118, boolean p119, long p120, long p121, long p122, long p123, char p124, long p125, long p126, long p127, long p128, byte p129, long p130, long p131, long p132, long p133, short p134, long p135, long p136, int p137) {
            p0 += await(later(p1));
            p14++;
            p24++;
            p29++;
            long sum = p2 + p3 + p4 + p5 + p6 + p7 + p8 + p10;
            for (int i = 0; i < 2; i++) {
                sum += await(later(p136)) + p3++;
            }
            String s = sum + ":" + p0 + p9 + "," + p14 + "," + p19 + "," + p24 + "," + p29 + "," + p34 + "," + p39 + "," + p44 + "," + p49 + "," + p59 + "," + p64 + "," + p69 + "," + p74 + "," + p79 + "," + p84 + "," + p89 + "," + p94 + "," + p99 + "," + p109 + "," + p114 + "," + p119 + "," + p124 + "," + p129 + "," + p134 + "," + p137;
            return Async.of(s + await(later(toString())));
        }
    }

    record Faced() implements Face {}

    @Coroutine
    static Async<String> statically(long p0, long p1, long p2, long p3, long p4, long p5, long p6, long p7, long p8, double p9, long p10, long p11, long p12, long p13, int p14, long p15, long p16, long p17, long p18, boolean p19, long p20, long p21, long p22, long p23, char p24, long p25, long p26, long p27, long p28, byte p29, long p30, long p31, long p32, long p33, short p34, long p35, long p36, long p37, long p38, float p39, long p40, long p41, long p42, long p43, String p44, long p45, long p46, long p47, long p48, Object p49, long p50, long p51, long p52, long p53, long p54, long p55, long p56, long p57, long p58, double p59, long p60, long p61, long p62, long p63, int p64, long p65, long p66, long p67, long p68, boolean p69, long p70, long p71, long p72, long p73, char p74, long p75, long p76, long p77, long p78, byte p79, long p80, long p81, long p82, long p83, short p84, long p85, long p86, long p87, long p88, float p89, long p90, long p91, long p92, long p93, String p94, long p95, long p96, long p97, long p98, Object p99, long p100, long p101, long p102, long p103, long p104, long p105, long p106, long p107, long p108, double p109, long p110, long p111, long p112, long p113, int p114, long p115, long p116, long p117, long p118, boolean p119, long p120, long p121, long p122, long p123, char p124, long p125, long p126, long p127, long p128, byte p129, long p130, long p131, long p132, long p133, short p134, long p135, long p136, long p137) {
            p0 += await(later(p1));
            p14++;
            p24++;
            p29++;
            long sum = p2 + p3 + p4 + p5 + p6 + p7 + p8 + p10;
            for (int i = 0; i < 2; i++) {
                sum += await(later(p137)) + p3++;
            }
            String s = sum + ":" + p0 + p9 + "," + p14 + "," + p19 + "," + p24 + "," + p29 + "," + p34 + "," + p39 + "," + p44 + "," + p49 + "," + p59 + "," + p64 + "," + p69 + "," + p74 + "," + p79 + "," + p84 + "," + p89 + "," + p94 + "," + p99 + "," + p109 + "," + p114 + "," + p119 + "," + p124 + "," + p129 + "," + p134;
            return Async.of(s);
    }

    @Coroutine
    Async<String> instance(long p0, long p1, long p2, long p3, long p4, long p5, long p6, long p7, long p8, double p9, long p10, long p11, long p12, long p13, int p14, long p15, long p16, long p17, long p18, boolean p19, long p20, long p21, long p22, long p23, char p24, long p25, long p26, long p27, long p28, byte p29, long p30, long p31, long p32, long p33, short p34, long p35, long p36, long p37, long p38, float p39, long p40, long p41, long p42, long p43, String p44, long p45, long p46, long p47, long p48, Object p49, long p50, long p51, long p52, long p53, long p54, long p55, long p56, long p57, long p58, double p59, long p60, long p61, long p62, long p63, int p64, long p65, long p66, long p67, long p68, boolean p69, long p70, long p71, long p72, long p73, char p74, long p75, long p76, long p77, long p78, byte p79, long p80, long p81, long p82, long p83, short p84, long p85, long p86, long p87, long p88, float p89, long p90, long p91, long p92, long p93, String p94, long p95, long p96, long p97, long p98, Object p99, long p100, long p101, long p102, long p103, long p104, long p105, long p106, long p107, long p108, double p109, long p110, long p111, long p112, long p113, int p114, long p115, long p116, long p117, long p118, boolean p119, long p120, long p121, long p122, long p123, char p124, long p125, long p126, long p127, long p128, byte p129, long p130, long p131, long p132, long p133, short p134, long p135, long p136, int p137) {
            p0 += await(later(p1));
            p14++;
            p24++;
            p29++;
            long sum = p2 + p3 + p4 + p5 + p6 + p7 + p8 + p10;
            for (int i = 0; i < 2; i++) {
                sum += await(later(p136)) + p3++;
            }
            String s = sum + ":" + p0 + p9 + "," + p14 + "," + p19 + "," + p24 + "," + p29 + "," + p34 + "," + p39 + "," + p44 + "," + p49 + "," + p59 + "," + p64 + "," + p69 + "," + p74 + "," + p79 + "," + p84 + "," + p89 + "," + p94 + "," + p99 + "," + p109 + "," + p114 + "," + p119 + "," + p124 + "," + p129 + "," + p134 + "," + p137;
            return Async.of(s + field + await(later(field)));
    }

    @Coroutine
    static CompletableFuture<String> hot(long p0, long p1, long p2, long p3, long p4, long p5, long p6, long p7, long p8, double p9, long p10, long p11, long p12, long p13, int p14, long p15, long p16, long p17, long p18, boolean p19, long p20, long p21, long p22, long p23, char p24, long p25, long p26, long p27, long p28, byte p29, long p30, long p31, long p32, long p33, short p34, long p35, long p36, long p37, long p38, float p39, long p40, long p41, long p42, long p43, String p44, long p45, long p46, long p47, long p48, Object p49, long p50, long p51, long p52, long p53, long p54, long p55, long p56, long p57, long p58, double p59, long p60, long p61, long p62, long p63, int p64, long p65, long p66, long p67, long p68, boolean p69, long p70, long p71, long p72, long p73, char p74, long p75, long p76, long p77, long p78, byte p79, long p80, long p81, long p82, long p83, short p84, long p85, long p86, long p87, long p88, float p89, long p90, long p91, long p92, long p93, String p94, long p95, long p96, long p97, long p98, Object p99, long p100, long p101, long p102, long p103, long p104, long p105, long p106, long p107, long p108, double p109, long p110, long p111, long p112, long p113, int p114, long p115, long p116, long p117, long p118, boolean p119, long p120, long p121, long p122, long p123, char p124, long p125, long p126, long p127, long p128, byte p129, long p130, long p131, long p132, long p133, short p134, long p135, long p136, int p137) {
            p0 += await(later(p1));
            p14++;
            p24++;
            p29++;
            long sum = p2 + p3 + p4 + p5 + p6 + p7 + p8 + p10;
            for (int i = 0; i < 2; i++) {
                sum += await(later(p136)) + p3++;
            }
            String s = sum + ":" + p0 + p9 + "," + p14 + "," + p19 + "," + p24 + "," + p29 + "," + p34 + "," + p39 + "," + p44 + "," + p49 + "," + p59 + "," + p64 + "," + p69 + "," + p74 + "," + p79 + "," + p84 + "," + p89 + "," + p94 + "," + p99 + "," + p109 + "," + p114 + "," + p119 + "," + p124 + "," + p129 + "," + p134 + "," + p137;
            return CompletableFuture.completedFuture(s);
    }

    @Coroutine
    private Async<String> justFits(long p0, long p1, long p2, long p3, long p4, long p5, long p6, long p7, long p8, double p9, long p10, long p11, long p12, long p13, int p14, long p15, long p16, long p17, long p18, boolean p19, long p20, long p21, long p22, long p23, char p24, long p25, long p26, long p27, long p28, byte p29, long p30, long p31, long p32, long p33, short p34, long p35, long p36, long p37, long p38, float p39, long p40, long p41, long p42, long p43, String p44, long p45, long p46, long p47, long p48, Object p49, long p50, long p51, long p52, long p53, long p54, long p55, long p56, long p57, long p58, double p59, long p60, long p61, long p62, long p63, int p64, long p65, long p66, long p67, long p68, boolean p69, long p70, long p71, long p72, long p73, char p74, long p75, long p76, long p77, long p78, byte p79, long p80, long p81, long p82, long p83, short p84, long p85, long p86, long p87, long p88, float p89, long p90, long p91, long p92, long p93, String p94, long p95, long p96, long p97, long p98, Object p99, long p100, long p101, long p102, long p103, long p104, long p105, long p106, long p107, long p108, double p109, long p110, long p111, long p112, long p113, int p114, long p115, long p116, long p117, long p118, boolean p119, long p120, long p121, long p122, long p123, char p124, long p125, long p126, long p127, long p128, byte p129, long p130, long p131, long p132, long p133, short p134, long p135, int p136) {
            p0 += await(later(p1));
            p14++;
            p24++;
            p29++;
            long sum = p2 + p3 + p4 + p5 + p6 + p7 + p8 + p10;
            for (int i = 0; i < 2; i++) {
                sum += await(later(p135)) + p3++;
            }
            String s = sum + ":" + p0 + p9 + "," + p14 + "," + p19 + "," + p24 + "," + p29 + "," + p34 + "," + p39 + "," + p44 + "," + p49 + "," + p59 + "," + p64 + "," + p69 + "," + p74 + "," + p79 + "," + p84 + "," + p89 + "," + p94 + "," + p99 + "," + p109 + "," + p114 + "," + p119 + "," + p124 + "," + p129 + "," + p134 + "," + p136;
            return Async.of(s + field);
    }

    @Coroutine
    private static Async<String> justNot(long p0, long p1, long p2, long p3, long p4, long p5, long p6, long p7, long p8, double p9, long p10, long p11, long p12, long p13, int p14, long p15, long p16, long p17, long p18, boolean p19, long p20, long p21, long p22, long p23, char p24, long p25, long p26, long p27, long p28, byte p29, long p30, long p31, long p32, long p33, short p34, long p35, long p36, long p37, long p38, float p39, long p40, long p41, long p42, long p43, String p44, long p45, long p46, long p47, long p48, Object p49, long p50, long p51, long p52, long p53, long p54, long p55, long p56, long p57, long p58, double p59, long p60, long p61, long p62, long p63, int p64, long p65, long p66, long p67, long p68, boolean p69, long p70, long p71, long p72, long p73, char p74, long p75, long p76, long p77, long p78, byte p79, long p80, long p81, long p82, long p83, short p84, long p85, long p86, long p87, long p88, float p89, long p90, long p91, long p92, long p93, String p94, long p95, long p96, long p97, long p98, Object p99, long p100, long p101, long p102, long p103, long p104, long p105, long p106, long p107, long p108, double p109, long p110, long p111, long p112, long p113, int p114, long p115, long p116, long p117, long p118, boolean p119, long p120, long p121, long p122, long p123, char p124, long p125, long p126, long p127, long p128, byte p129, long p130, long p131, long p132, long p133, short p134, long p135, long p136, int p137) {
            p0 += await(later(p1));
            p14++;
            p24++;
            p29++;
            long sum = p2 + p3 + p4 + p5 + p6 + p7 + p8 + p10;
            for (int i = 0; i < 2; i++) {
                sum += await(later(p136)) + p3++;
            }
            String s = sum + ":" + p0 + p9 + "," + p14 + "," + p19 + "," + p24 + "," + p29 + "," + p34 + "," + p39 + "," + p44 + "," + p49 + "," + p59 + "," + p64 + "," + p69 + "," + p74 + "," + p79 + "," + p84 + "," + p89 + "," + p94 + "," + p99 + "," + p109 + "," + p114 + "," + p119 + "," + p124 + "," + p129 + "," + p134 + "," + p137;
            return statically(7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16.5, 17L, 18L, 19L, 20L, 21, 22L, 23L, 24L, 25L, false, 27L, 28L, 29L, 30L, 'x', 32L, 33L, 34L, 35L, (byte) 36, 37L, 38L, 39L, 40L, (short) 41, 42L, 43L, 44L, 45L, 46.25f, 47L, 48L, 49L, 50L, "s51", 52L, 53L, 54L, 55L, (Object) "o56", 57L, 58L, 59L, 60L, 61L, 62L, 63L, 64L, 65L, 66.5, 67L, 68L, 69L, 70L, 71, 72L, 73L, 74L, 75L, false, 77L, 78L, 79L, 80L, 'x', 82L, 83L, 84L, 85L, (byte) 86, 87L, 88L, 89L, 90L, (short) 91, 92L, 93L, 94L, 95L, 96.25f, 97L, 98L, 99L, 100L, "s101", 102L, 103L, 104L, 105L, (Object) "o106", 107L, 108L, 109L, 110L, 111L, 112L, 113L, 114L, 115L, 116.5, 117L, 118L, 119L, 120L, 121, 122L, 123L, 124L, 125L, false, 127L, 128L, 129L, 130L, 'x', 132L, 133L, 134L, 135L, (byte) 136, 137L, 138L, 139L, 140L, (short) 141, 142L, 143L, 144L);
    }

    @Coroutine
    static Async<Void> program() {
        WideParameters w = new WideParameters();
        System.out.println(await(statically(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9.5, 10L, 11L, 12L, 13L, 14, 15L, 16L, 17L, 18L, true, 20L, 21L, 22L, 23L, 'x', 25L, 26L, 27L, 28L, (byte) 29, 30L, 31L, 32L, 33L, (short) 34, 35L, 36L, 37L, 38L, 39.25f, 40L, 41L, 42L, 43L, "s44", 45L, 46L, 47L, 48L, (Object) "o49", 50L, 51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59.5, 60L, 61L, 62L, 63L, 64, 65L, 66L, 67L, 68L, true, 70L, 71L, 72L, 73L, 'x', 75L, 76L, 77L, 78L, (byte) 79, 80L, 81L, 82L, 83L, (short) 84, 85L, 86L, 87L, 88L, 89.25f, 90L, 91L, 92L, 93L, "s94", 95L, 96L, 97L, 98L, (Object) "o99", 100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109.5, 110L, 111L, 112L, 113L, 114, 115L, 116L, 117L, 118L, true, 120L, 121L, 122L, 123L, 'x', 125L, 126L, 127L, 128L, (byte) 129, 130L, 131L, 132L, 133L, (short) 134, 135L, 136L, 137L)));
        System.out.println(await(w.instance(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9.5, 10L, 11L, 12L, 13L, 14, 15L, 16L, 17L, 18L, true, 20L, 21L, 22L, 23L, 'x', 25L, 26L, 27L, 28L, (byte) 29, 30L, 31L, 32L, 33L, (short) 34, 35L, 36L, 37L, 38L, 39.25f, 40L, 41L, 42L, 43L, "s44", 45L, 46L, 47L, 48L, (Object) "o49", 50L, 51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59.5, 60L, 61L, 62L, 63L, 64, 65L, 66L, 67L, 68L, true, 70L, 71L, 72L, 73L, 'x', 75L, 76L, 77L, 78L, (byte) 79, 80L, 81L, 82L, 83L, (short) 84, 85L, 86L, 87L, 88L, 89.25f, 90L, 91L, 92L, 93L, "s94", 95L, 96L, 97L, 98L, (Object) "o99", 100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109.5, 110L, 111L, 112L, 113L, 114, 115L, 116L, 117L, 118L, true, 120L, 121L, 122L, 123L, 'x', 125L, 126L, 127L, 128L, (byte) 129, 130L, 131L, 132L, 133L, (short) 134, 135L, 136L, 137)));
        System.out.println(await(hot(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12.5, 13L, 14L, 15L, 16L, 17, 18L, 19L, 20L, 21L, false, 23L, 24L, 25L, 26L, 'x', 28L, 29L, 30L, 31L, (byte) 32, 33L, 34L, 35L, 36L, (short) 37, 38L, 39L, 40L, 41L, 42.25f, 43L, 44L, 45L, 46L, "s47", 48L, 49L, 50L, 51L, (Object) "o52", 53L, 54L, 55L, 56L, 57L, 58L, 59L, 60L, 61L, 62.5, 63L, 64L, 65L, 66L, 67, 68L, 69L, 70L, 71L, false, 73L, 74L, 75L, 76L, 'x', 78L, 79L, 80L, 81L, (byte) 82, 83L, 84L, 85L, 86L, (short) 87, 88L, 89L, 90L, 91L, 92.25f, 93L, 94L, 95L, 96L, "s97", 98L, 99L, 100L, 101L, (Object) "o102", 103L, 104L, 105L, 106L, 107L, 108L, 109L, 110L, 111L, 112.5, 113L, 114L, 115L, 116L, 117, 118L, 119L, 120L, 121L, false, 123L, 124L, 125L, 126L, 'x', 128L, 129L, 130L, 131L, (byte) 132, 133L, 134L, 135L, 136L, (short) 137, 138L, 139L, 140)));
        System.out.println(await(w.justFits(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9.5, 10L, 11L, 12L, 13L, 14, 15L, 16L, 17L, 18L, true, 20L, 21L, 22L, 23L, 'x', 25L, 26L, 27L, 28L, (byte) 29, 30L, 31L, 32L, 33L, (short) 34, 35L, 36L, 37L, 38L, 39.25f, 40L, 41L, 42L, 43L, "s44", 45L, 46L, 47L, 48L, (Object) "o49", 50L, 51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59.5, 60L, 61L, 62L, 63L, 64, 65L, 66L, 67L, 68L, true, 70L, 71L, 72L, 73L, 'x', 75L, 76L, 77L, 78L, (byte) 79, 80L, 81L, 82L, 83L, (short) 84, 85L, 86L, 87L, 88L, 89.25f, 90L, 91L, 92L, 93L, "s94", 95L, 96L, 97L, 98L, (Object) "o99", 100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109.5, 110L, 111L, 112L, 113L, 114, 115L, 116L, 117L, 118L, true, 120L, 121L, 122L, 123L, 'x', 125L, 126L, 127L, 128L, (byte) 129, 130L, 131L, 132L, 133L, (short) 134, 135L, 136)));
        System.out.println(await(justNot(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9.5, 10L, 11L, 12L, 13L, 14, 15L, 16L, 17L, 18L, true, 20L, 21L, 22L, 23L, 'x', 25L, 26L, 27L, 28L, (byte) 29, 30L, 31L, 32L, 33L, (short) 34, 35L, 36L, 37L, 38L, 39.25f, 40L, 41L, 42L, 43L, "s44", 45L, 46L, 47L, 48L, (Object) "o49", 50L, 51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59.5, 60L, 61L, 62L, 63L, 64, 65L, 66L, 67L, 68L, true, 70L, 71L, 72L, 73L, 'x', 75L, 76L, 77L, 78L, (byte) 79, 80L, 81L, 82L, 83L, (short) 84, 85L, 86L, 87L, 88L, 89.25f, 90L, 91L, 92L, 93L, "s94", 95L, 96L, 97L, 98L, (Object) "o99", 100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109.5, 110L, 111L, 112L, 113L, 114, 115L, 116L, 117L, 118L, true, 120L, 121L, 122L, 123L, 'x', 125L, 126L, 127L, 128L, (byte) 129, 130L, 131L, 132L, 133L, (short) 134, 135L, 136L, 137)));
        System.out.println(await(new Faced().wide(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9.5, 10L, 11L, 12L, 13L, 14, 15L, 16L, 17L, 18L, true, 20L, 21L, 22L, 23L, 'x', 25L, 26L, 27L, 28L, (byte) 29, 30L, 31L, 32L, 33L, (short) 34, 35L, 36L, 37L, 38L, 39.25f, 40L, 41L, 42L, 43L, "s44", 45L, 46L, 47L, 48L, (Object) "o49", 50L, 51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59.5, 60L, 61L, 62L, 63L, 64, 65L, 66L, 67L, 68L, true, 70L, 71L, 72L, 73L, 'x', 75L, 76L, 77L, 78L, (byte) 79, 80L, 81L, 82L, 83L, (short) 84, 85L, 86L, 87L, 88L, 89.25f, 90L, 91L, 92L, 93L, "s94", 95L, 96L, 97L, 98L, (Object) "o99", 100L, 101L, 102L, 103L, 104L, 105L, 106L, 107L, 108L, 109.5, 110L, 111L, 112L, 113L, 114, 115L, 116L, 117L, 118L, true, 120L, 121L, 122L, 123L, 'x', 125L, 126L, 127L, 128L, (byte) 129, 130L, 131L, 132L, 133L, (short) 134, 135L, 136L, 137)));
        return done();
    }

    public static void main(String[] args) {
        run(program());
    }
}
// expect: 326:19.5,15,true,y,30,34,39.25,s44,o49,59.5,64,true,x,79,84,89.25,s94,o99,109.5,114,true,x,-127,134
// expect: 324:19.5,15,true,y,30,34,39.25,s44,o49,59.5,64,true,x,79,84,89.25,s94,o99,109.5,114,true,x,-127,134,137ff
// expect: 360:712.5,18,false,y,33,37,42.25,s47,o52,62.5,67,false,x,82,87,92.25,s97,o102,112.5,117,false,x,-124,137,140
// expect: 322:19.5,15,true,y,30,34,39.25,s44,o49,59.5,64,true,x,79,84,89.25,s94,o99,109.5,114,true,x,-127,134,136f
// expect: 410:1516.5,22,false,y,37,41,46.25,s51,o56,66.5,71,false,x,86,91,96.25,s101,o106,116.5,121,false,x,-120,141
// expect: 324:19.5,15,true,y,30,34,39.25,s44,o49,59.5,64,true,x,79,84,89.25,s94,o99,109.5,114,true,x,-127,134,137Faced[]
