package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class SendTypeTest {

    @Test
    void refusesToTakeAnotherTypeThanIsSent() {
        check("""
                @Coroutine Generator<String, Integer, Void> counted() {
                    String wrong = Generator.yield("a"); // error: [SendType] The value of this yield is taken as String, but counted() is sent Integer. Take it as that type
                    takes(Generator.yield("b")); // error: [SendType] The value of this yield is taken as Long
                    return Generator.end();
                }
                static void takes(Long value) {}
                """);
    }

    @Test
    void knowsThatNothingIsSentToAnIterator() {
        check("""
                @Coroutine Iterator<String> pulled() {
                    String never = Generator.yield("a"); // error: [SendType] The value of this yield is taken as String, but pulled() is sent nothing. Let it return Generator
                    Generator.yield("b");
                    return Generator.end();
                }
                """);
    }

    @Test
    void acceptsWhatFits() {
        check("""
                @Coroutine Generator<String, Integer, Void> counted() {
                    int number = Generator.yield("a");
                    Number wider = Generator.yield("b");
                    var anything = Generator.yield("c");
                    Object object = Generator.yield("d");
                    Generator.yield("e");
                    if (Generator.<Integer>yield("f") > 1) {
                        return Generator.end(null);
                    }
                    return Generator.end();
                }
                @Coroutine <S> Generator<S, S, S> generic(S first) {
                    S next = Generator.yield(first);
                    return Generator.end(next);
                }
                """);
    }

    @Test
    void refusesToPassOnAnotherTypeThanADelegateIsSent() {
        check("""
                @Coroutine Generator<String, Integer, Void> counted(Generator<String, Long, Void> longs) {
                    Generator.yieldFrom(longs); // error: [SendType] The value of this yield is taken as Long, but counted(Generator<String, Long, Void>) is sent Integer. Delegate to a generator
                    Generator.yieldFrom(numbers());
                    Generator.yieldFrom(pulled());
                    return Generator.end();
                }
                @Coroutine Generator<String, ? super Number, Void> numbers() {
                    return Generator.end();
                }
                @Coroutine Iterator<String> pulled() {
                    Generator.yieldFrom(numbers());
                    return Generator.end();
                }
                """);
    }

    @Test
    void acceptsWildcards() {
        check("""
                @Coroutine Generator<String, List<?>, Void> lists() {
                    List<?> list = Generator.yield("a");
                    return Generator.end();
                }
                """);
    }
}
