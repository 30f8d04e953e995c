package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SequenceTest {

    /** 0, 1, 2 and so on, which notes what is asked of it. */
    private static final class Naturals implements Iterator<Integer>, Closeable {
        private int next;
        private int closed;

        @Override
        public boolean hasNext() {
            return true;
        }

        @Override
        public Integer next() {
            return next++;
        }

        @Override
        public void close() {
            closed++;
        }
    }

    private final Naturals naturals = new Naturals();
    private final Sequence<Integer> sequence = Sequence.from(naturals);

    @Test
    void elementsAreMadeWhenTheyAreAskedFor_andNotOneMore() {
        Sequence<Integer> odd =
                sequence.map(n -> n * 10).filter(n -> n % 20 != 0).take(2);
        assertThat(naturals.next).isZero();
        assertThat(odd.next()).isEqualTo(10);
        assertThat(naturals.next).isEqualTo(2);
        assertThat(odd.toList()).containsExactly(30);
        assertThat(naturals.next).isEqualTo(4);
    }

    @Test
    void theSourceIsClosedOnceAtTheEnd() {
        assertThat(sequence.drop(2).take(3).toList()).containsExactly(2, 3, 4);
        assertThat(naturals.closed).isEqualTo(1);
    }

    @Test
    void theSourceIsClosedWhenASequenceIsClosedInTheMiddle() {
        Sequence<Integer> some = sequence.map(n -> n).takeWhile(n -> n < 9);
        some.next();
        some.close();
        some.close();
        assertThat(naturals.closed).isEqualTo(1);
        assertThat(some.hasNext()).isFalse();
    }

    @Test
    void theSourceIsClosedWhenAFunctionThrows() {
        IllegalStateException failure = new IllegalStateException("three");
        Sequence<Integer> failing = sequence.map(n -> {
            if (n == 3) {
                throw failure;
            }
            return n;
        });
        List<Integer> seen = new ArrayList<>();
        assertThatThrownBy(() -> failing.forEachRemaining(seen::add)).isSameAs(failure);
        assertThat(seen).containsExactly(0, 1, 2);
        assertThat(naturals.closed).isEqualTo(1);
        assertThatThrownBy(failing::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aFailureOfTheCloseIsSuppressedInTheFailureThatLedToIt() {
        IOException second = new IOException("close");
        Sequence<Integer> failing = Sequence.from((BrokenClose) () -> second).map(n -> n / 0);
        assertThatThrownBy(failing::hasNext)
                .isInstanceOf(ArithmeticException.class)
                .satisfies(first -> assertThat(first.getSuppressed()).containsExactly(second));
    }

    private interface BrokenClose extends Iterator<Integer>, Closeable {
        IOException failure();

        @Override
        default boolean hasNext() {
            return true;
        }

        @Override
        default Integer next() {
            return 1;
        }

        @Override
        default void close() throws IOException {
            throw failure();
        }
    }

    @Test
    void takeWhileAndDropWhileDivideASequence() {
        assertThat(Sequence.of(1, 2, 5, 1).takeWhile(n -> n < 3).toList()).containsExactly(1, 2);
        assertThat(Sequence.of(1, 2, 5, 1).dropWhile(n -> n < 3).toList()).containsExactly(5, 1);
    }

    @Test
    void flatMapClosesEachPartAtItsEnd() {
        List<String> trail = new ArrayList<>();
        Sequence<String> flat = Sequence.of("a", "b")
                .flatMap(name ->
                        Sequence.from(Stream.of(name + 1, name + 2).onClose(() -> trail.add("closed " + name))));
        assertThat(flat.next()).isEqualTo("a1");
        flat.next();
        assertThat(flat.next()).isEqualTo("b1");
        assertThat(trail).containsExactly("closed a");
        flat.close();
        assertThat(trail).containsExactly("closed a", "closed b");
    }

    @Test
    void zipEndsWithTheShorterAndClosesBoth() {
        Naturals others = new Naturals();
        assertThat(sequence.zip(Sequence.from(others).take(2), (a, b) -> a + ":" + b)
                        .toList())
                .containsExactly("0:0", "1:1");
        assertThat(naturals.closed).isEqualTo(1);
        assertThat(others.closed).isEqualTo(1);
    }

    @Test
    void s124_chainGivesTheElementsOfAllOneAfterTheOther() {
        assertThat(Sequence.<Object>chain(List.of(1, 2), List.of("a"), List.of(), List.of(3))
                        .toList())
                .containsExactly(1, 2, "a", 3);
        assertThat(Sequence.of(1).chain(List.of(2, 3).iterator()).toList()).containsExactly(1, 2, 3);
    }

    @Test
    void enumerateNumbersFromZero() {
        assertThat(Sequence.of("a", "b").enumerate().toList())
                .containsExactly(new Indexed<>(0, "a"), new Indexed<>(1, "b"));
    }

    @Test
    void windowsOverlap_chunksDoNot() {
        assertThat(Sequence.of(1, 2, 3, 4).windowed(3).toList()).containsExactly(List.of(1, 2, 3), List.of(2, 3, 4));
        assertThat(Sequence.of(1, 2).windowed(3).toList()).isEmpty();
        assertThat(Sequence.of(1, 2, 3).windowed(1).toList()).hasSize(3);
        assertThat(Sequence.of(1, 2, 3, 4, 5, 6, 7).chunked(3).toList())
                .containsExactly(List.of(1, 2, 3), List.of(4, 5, 6), List.of(7));
        assertThatIllegalArgumentException().isThrownBy(() -> Sequence.of(1).chunked(0));
    }

    @Test
    void nullsAreElements() {
        assertThat(Sequence.of("a", null).map(s -> s).toList()).containsExactly("a", null);
    }

    @Test
    void aStreamAndBack() {
        try (Stream<Integer> stream = sequence.stream()) {
            assertThat(stream.limit(3)).containsExactly(0, 1, 2);
        }
        assertThat(naturals.closed).isEqualTo(1);
        assertThat(Sequence.from(IntStream.range(0, 3)).map(n -> n + 1).toList())
                .containsExactly(1, 2, 3);
    }

    @Test
    void aForLoopRunsOverWhatIsLeft() {
        int sum = 0;
        for (int n : sequence.drop(1).take(3).iterable()) {
            sum += n;
        }
        assertThat(sum).isEqualTo(6);
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> sequence.take(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> sequence.drop(-1));
    }
}
