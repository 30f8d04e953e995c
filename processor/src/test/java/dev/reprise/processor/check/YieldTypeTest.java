package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class YieldTypeTest {

    @Test
    void refusesAValueOfAnotherType() {
        check("""
                @Coroutine Iterator<String> strings() {
                    Generator.yield(1); // error: [YieldType] A value of type int is yielded, but strings() gives out String.
                    return Generator.end();
                }
                @Coroutine Generator<List<String>, Void, Void> lists() {
                    Generator.yield(List.<Integer>of()); // error: [YieldType] A value of type List<Integer> is yielded, but lists() gives out List<String>.
                    Generator.yield(Set.of()); // error: [YieldType] A value of type Set<Object> is yielded
                    return Generator.end();
                }
                """);
    }

    @Test
    void knowsThatAConstantIsBoxedByItsOwnType() {
        check("""
                @Coroutine Iterable<Long> longs() {
                    Generator.yield(1); // error: [YieldType] A value of type int is yielded, but longs() gives out Long.
                    Generator.yield(1L);
                    return Generator.end();
                }
                @Coroutine Iterable<Byte> bytes() {
                    Generator.yield(1); // error: [YieldType]
                    Generator.yield((byte) 1);
                    return Generator.end();
                }
                """);
    }

    @Test
    void acceptsWhatFits() {
        check("""
                @Coroutine <T extends Number> Iterable<? extends Number> numbers(T some, Iterable<?> anything) {
                    Generator.yield(some);
                    Generator.yield(1);
                    Generator.yield(null);
                    return Generator.end();
                }
                @Coroutine Iterable<List<String>> inferred(boolean which) {
                    Generator.yield(List.of());
                    Generator.yield(new ArrayList<>());
                    Generator.yield((Collections.emptyList()));
                    Generator.yield(which ? List.of() : new ArrayList<>());
                    Generator.yield(switch (hashCode()) { case 1 -> List.of(); default -> new ArrayList<>(); });
                    Generator.yield(ForkJoinPool.commonPool().invoke(null));
                    Generator.yield(which ? Set.of() : List.of()); // error: [YieldType] A value of type Set<Object>
                    return Generator.end();
                }
                @SuppressWarnings("rawtypes")
                @Coroutine Iterator raw() {
                    Generator.yield(1);
                    Generator.yield("");
                    return Generator.end();
                }
                @Coroutine <T> Iterator<T> generic(T one, List<? extends T> more) {
                    Generator.yield(one);
                    for (T other : more) {
                        Generator.yield(other);
                    }
                    return Generator.end();
                }
                """);
    }

    @Test
    void saysNothingAboutAValueThatJavacDoesNotKnow() {
        check("""
                @Coroutine Iterator<String> strings() {
                    Generator.yield(missing()); // error: cannot find symbol
                    return Generator.end();
                }
                """);
    }

    @Test
    void looksAtTheElementsOfADelegate() {
        check("""
                @Coroutine Iterator<String> strings(List<Integer> numbers, Stream<? extends CharSequence> texts, Iterator<?> any) {
                    Generator.yieldFrom(numbers); // error: [YieldType] A value of type Integer is yielded, but strings(List<Integer>, Stream<? extends CharSequence>, Iterator<?>) gives out String.
                    Generator.yieldFrom(texts); // error: [YieldType] A value of type CharSequence is yielded
                    Generator.yieldFrom(strings(null, null, null));
                    Generator.yieldFrom(List.of());
                    Generator.yieldFrom(Stream.of("a"));
                    return Generator.end();
                }
                @Coroutine <T, L extends List<T>> Iterable<T> generic(L list, Generator<? extends T, Void, Void> more) {
                    Generator.yieldFrom(list);
                    Generator.yieldFrom(more);
                    return Generator.end();
                }
                """);
    }

    @Test
    void knowsThePrimitiveTypeOfAStream() {
        check("""
                @Coroutine IntStream ints() {
                    Generator.yield(1);
                    Generator.yield(1L); // error: [YieldType] A value of type long is yielded, but ints() gives out Integer.
                    return Generator.end();
                }
                @Coroutine PrimitiveIterator.OfLong longs() {
                    Generator.yield(1); // error: [YieldType] A value of type int is yielded, but longs() gives out Long.
                    return Generator.end();
                }
                """);
    }
}
