package dev.reprise.processor.check;

import static dev.reprise.processor.check.Expectation.check;

import org.junit.jupiter.api.Test;

class GeneratorReturnTest {

    @Test
    void refusesToReturnAnythingButTheEnd() {
        check("""
                @Coroutine Iterator<String> strings(List<String> others) {
                    Generator.yield("a");
                    return others.iterator(); // error: [GeneratorReturn] strings(List<String>) is a generator: its elements come from Generator.yield(...), not from what it returns. End it with return Generator.end(), or remove
                }
                @Coroutine Generator<String, Void, Integer> counted(Generator<String, Void, Integer> other, boolean which) {
                    if (which) {
                        return other; // error: [GeneratorReturn] counted(Generator<String, Void, Integer>, boolean) is a generator: its elements come from Generator.yield(...), not from what it returns. End it with return Generator.end(...).
                    }
                    return which ? other : Generator.end(1); // error: [GeneratorReturn]
                }
                """);
    }

    @Test
    void acceptsTheEnd() {
        check("""
                @Coroutine Iterator<String> strings(boolean which) {
                    Generator.yield("a");
                    if (which) {
                        return null;
                    }
                    return Generator.end();
                }
                @Coroutine Generator<String, Void, Integer> counted(boolean which) {
                    Generator.yield("a");
                    return which ? Generator.end(1) : (Generator.end(2));
                }
                Iterator<String> plain(List<String> others) {
                    return others.iterator();
                }
                """);
    }
}
