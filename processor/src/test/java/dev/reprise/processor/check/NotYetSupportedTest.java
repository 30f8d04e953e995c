package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class NotYetSupportedTest {

    @Test
    void refusesStreams() {
        check("""
                @Coroutine Stream<Integer> numbers() { // error: [NotYetSupported] A Stream coroutine cannot be compiled by this version. Return Iterable
                    Generator.yield(1);
                    return Generator.end();
                }
                """);
    }
}
