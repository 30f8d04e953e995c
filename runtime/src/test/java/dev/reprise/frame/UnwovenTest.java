package dev.reprise.frame;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.Generator;
import java.util.Iterator;
import org.junit.jupiter.api.Test;

/** The tests of this module are compiled without the processor, as by a user who forgot it. */
class UnwovenTest {

    @Test
    void anUnwovenAwaitSaysWhatToAdd() {
        assertThatIllegalStateException()
                .isThrownBy(UnwovenTest::awaiting)
                .withMessageContaining("UnwovenTest.awaiting")
                .withMessageContaining("add it to annotationProcessorPaths");
    }

    @Test
    void anUnwovenYieldSaysWhatToAdd() {
        assertThatIllegalStateException()
                .isThrownBy(UnwovenTest::yielding)
                .withMessageContaining("add it to annotationProcessorPaths");
    }

    @Test
    void anUnwovenCoroutineThatNeverSuspendsIsRefusedAtItsEnd() {
        assertThatIllegalStateException()
                .isThrownBy(UnwovenTest::ending)
                .withMessageContaining("UnwovenTest.ending")
                .withMessageContaining("add it to annotationProcessorPaths");
    }

    @Test
    void aMethodThatIsNoCoroutineMayReturnAValue() {
        assertThatNoException().isThrownBy(UnwovenTest::plain);
    }

    @Coroutine
    private static Async<Integer> awaiting() {
        return Async.of(Async.await(Async.of(1)));
    }

    @Coroutine
    private static Iterator<Integer> yielding() {
        Generator.yield(1);
        return Generator.end();
    }

    @Coroutine
    private static Async<Integer> ending() {
        Unwoven.refuse("Async.of");
        return Async.of(1);
    }

    private static Async<Integer> plain() {
        Unwoven.refuse("Async.of");
        return Async.of(1);
    }
}
