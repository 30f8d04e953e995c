package dev.reprise.benchmarks.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void showsMediansSpreadAndMultiplesOfTheLimit() {
        Table table = new Table(Contest.W4, times(10, 10, 12));
        table.add("Reprise", times(13, 14, 30));
        table.addFailure("Kilim", "java.lang.IllegalStateException: no");
        assertThat(table.markdown()).isEqualTo("""

                W4: a turn of the loop.

                | | wall, ns | CPU, ns | from – to | × limit | bytes |
                | --- | ---: | ---: | ---: | ---: | ---: |
                | limit | 10.0 | 10.0 | 10.0 – 12.0 | 1.00 | 10.0 |
                | Reprise | 14.0 | 14.0 | 13.0 – 30.0 | 1.40 | 14.0 |

                Kilim failed: `java.lang.IllegalStateException: no`
                """);
    }

    @Test
    void tellsWhetherAnAimIsMet() {
        Table table = new Table(Contest.W4, times(10));
        table.add("Reprise", times(15));
        assertThat(table.aims()).isEqualTo("| W4, × limit | 1.50 | 1.50 | met |  |\n");
    }

    @Test
    void namesTheBestOfTheOthersBesideAMiss() {
        Table table = new Table(Contest.W4, times(10));
        table.add("Reprise", times(16));
        table.add("Kotlin", times(30));
        table.add("Kilim", times(25));
        assertThat(table.aims()).isEqualTo("| W4, × limit | 1.50 | 1.60 | missed | Kilim 2.50 |\n");
    }

    @Test
    void numbersHaveThreeDigits() {
        assertThat(List.of(-0.001, 0.123, 1.234, 9.999, 12.34, 99.97, 1234.6).stream()
                        .map(Sample::number))
                .containsExactly("0.00", "0.12", "1.23", "10.0", "12.3", "100", "1,235");
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleTwo() {
        assertThat(Sample.of(List.of(4.0, 1.0, 3.0, 9.0)).median()).isEqualTo(3.5);
    }

    private static Measured times(double... values) {
        Sample sample = Sample.of(Arrays.stream(values).boxed().toList());
        return new Measured(Map.of(Measured.WALL, sample, ProcessCpu.LABEL, sample, Measured.BYTES, sample));
    }
}
