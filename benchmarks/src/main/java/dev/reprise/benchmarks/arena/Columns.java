package dev.reprise.benchmarks.arena;

import java.util.List;

/** The columns of the tables, by what a workload measures. */
final class Columns {

    static final Column CPU_RATIO = Column.ratio("× limit", ProcessCpu.LABEL);
    static final Column BYTES = Column.figure("bytes", Measured.BYTES, 1);

    static final List<Column> OF_TIMES = List.of(
            Column.figure("wall, ns", Measured.WALL, 1),
            Column.figure("CPU, ns", ProcessCpu.LABEL, 1),
            Column.spread(ProcessCpu.LABEL, 1),
            CPU_RATIO,
            BYTES);

    static final Column DEEP_RATIO = Column.ratio("1000: × limit", atDepth(1000));
    static final Column DEEP_BY_SHALLOW = Column.computed(
            "1000 by 1",
            (peer, limit) -> peer.figure(atDepth(1000)).median()
                    / peer.figure(atDepth(1)).median());

    static final List<Column> OF_DEPTHS = List.of(
            Column.figure("1 deep: CPU, ns", atDepth(1), 1),
            Column.figure("10", atDepth(10), 1),
            Column.figure("100", atDepth(100), 1),
            Column.figure("1000", atDepth(1000), 1),
            Column.spread(atDepth(1000), 1),
            DEEP_RATIO,
            DEEP_BY_SHALLOW);

    static final Column SLEEPER = Column.figure("bytes of heap a task", "heapBytes", 1);
    static final Column WAKE = Column.figure("CPU to wake all, s", "wakeCpu", 1e9);

    static final List<Column> OF_SLEEPERS =
            List.of(SLEEPER, WAKE, Column.spread("wakeCpu", 1e9), Column.ratio("× limit", "wakeCpu"));

    static final Column LATENESS_EXCESS = Column.computed(
            "p50 beyond the limit's",
            (peer, limit) -> (peer.figure("p50").median() - limit.figure("p50").median()) / 1e3);

    static final List<Column> OF_TIMERS = List.of(
            Column.figure("late, µs: p50", "p50", 1e3),
            LATENESS_EXCESS,
            Column.figure("p99", "p99", 1e3),
            Column.figure("CPU, ns", ProcessCpu.LABEL, 1),
            Column.spread(ProcessCpu.LABEL, 1),
            CPU_RATIO);

    static final Column GROWTH = Column.computed(
            "growth",
            (peer, limit) ->
                    (peer.figure("last").median() - peer.figure("first").median()) / 1e6);

    static final List<Column> OF_ENDURANCE = List.of(
            Column.figure("wall, ns", Measured.WALL, 1),
            Column.figure("MB in use: first", "first", 1e6),
            Column.figure("last", "last", 1e6),
            GROWTH);

    private Columns() {}

    private static String atDepth(int depth) {
        return Measured.atDepth(ProcessCpu.LABEL, depth);
    }
}
