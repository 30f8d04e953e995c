package dev.reprise.benchmarks.cores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTest {

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 31, 32, 33, 63, 64, 65, 1_000, 999_999, 5_000_000_000L, Long.MAX_VALUE})
    void aTimeIsKeptTo3Percent(long nanos) {
        Latencies latencies = new Latencies();
        latencies.add(nanos);
        assertThat(Latencies.percentile(List.of(latencies), 0.5))
                .isLessThanOrEqualTo(nanos)
                .isCloseTo(nanos, Percentage.withPercentage(3.2));
    }

    @Test
    void percentilesAreOfAllTogether() {
        Latencies one = new Latencies();
        Latencies other = new Latencies();
        for (int i = 1; i <= 1_000; i++) {
            (i % 2 == 0 ? one : other).add(i * 1_000L);
        }
        List<Latencies> both = List.of(one, other);
        assertThat(Latencies.count(both)).isEqualTo(1_000);
        assertThat(Latencies.percentile(both, 0.5)).isCloseTo(500_000, within(17_000L));
        assertThat(Latencies.percentile(both, 0.99)).isCloseTo(990_000, within(32_000L));
    }
}
