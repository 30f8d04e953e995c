package dev.reprise.benchmarks.cores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The ways to run sessions, with few requests. */
class WayTest {

    private static final int SESSIONS = 10;
    private static final int REQUESTS = 200;

    private final Work work = new Work(3);

    @ParameterizedTest
    @EnumSource
    void eachRequestGoesOnFromTheAnswerBefore(Way way) throws Exception {
        assumeThat(Runtime.version().feature())
                .isGreaterThanOrEqualTo(way.label().startsWith("threads") ? 21 : 17);
        List<Session> sessions = LongStream.range(0, SESSIONS)
                .mapToObj(number -> session(number, REQUESTS))
                .toList();
        try (Cores cores = way.open(work)) {
            for (Future<?> session : sessions.stream().map(cores::start).toList()) {
                session.get();
            }
        }
        assertThat(sessions.stream().map(Session::request))
                .containsExactlyElementsOf(LongStream.range(0, SESSIONS)
                        .mapToObj(number -> computed(number, 2 * REQUESTS))
                        .toList());
        assertThat(Latencies.count(sessions.stream().map(Session::latencies).toList()))
                .isEqualTo((long) SESSIONS * REQUESTS);
    }

    private Session session(long first, int requests) {
        AtomicInteger left = new AtomicInteger(requests);
        return new Session(work, first, () -> left.getAndDecrement() > 0, () -> true);
    }

    private long computed(long from, int times) {
        return IntStream.range(0, times).boxed().reduce(from, (value, i) -> work.compute(value), (one, other) -> other);
    }

    @Test
    void aWrongAnswerEndsTheSession() {
        Work other = new Work(4);
        Session session = new Session(other, 1, () -> true, () -> true);
        try (Cores cores = Way.ONE.open(work)) {
            assertThatThrownBy(cores.start(session)::get)
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseInstanceOf(AssertionError.class)
                    .hasMessageContaining("the answer to 1 was");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWayHasALabel(Way way) {
        assertThat(Way.of(way.label())).isEqualTo(way);
    }
}
