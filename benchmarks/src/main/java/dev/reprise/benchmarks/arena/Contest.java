package dev.reprise.benchmarks.arena;

import java.util.List;

/** A workload with its table: who takes part, what is shown, and what Reprise is to reach. */
enum Contest {
    W1(
            "W1",
            "an element of the numbers up to 10,000,000, pulled one by one out of a generator",
            Counting.class,
            Counting.Work.class,
            Aim.of(Columns.CPU_RATIO, 1.5),
            Aim.of(Columns.BYTES, 0)),
    W2(
            "W2",
            "a node of a tree of 2^20 − 1, in order, pulled",
            TreeWalk.class,
            TreeWalk.Work.class,
            Aim.of(Columns.CPU_RATIO, 3)),
    W2_PUSH(
            "W2 push",
            "the same, pushed into a consumer",
            TreePush.class,
            TreePush.Work.class,
            Aim.of(Columns.CPU_RATIO, 1.3)),
    W3(
            "W3",
            "an await of a call that does not suspend, in a loop of 1,000,000",
            Calls.class,
            Calls.Work.class,
            Aim.of(Columns.CPU_RATIO, 1.1),
            Aim.of(Columns.BYTES, 0),
            Aim.ofVirtual(Columns.CPU_RATIO, 2.5)),
    W3_FIBONACCI(
            "W3 fibonacci",
            "a call of fibonacci(30), which awaits itself and does not suspend",
            Fibonacci.class,
            Fibonacci.Work.class,
            Aim.of(Columns.CPU_RATIO, 1.1),
            Aim.of(Columns.BYTES, 0),
            Aim.ofVirtual(Columns.CPU_RATIO, 2.5)),
    W4("W4", "a turn of the loop", LoopTurn.class, LoopTurn.Work.class, Aim.of(Columns.CPU_RATIO, 1.5)),
    W5(
            "W5",
            "a turn of the loop at the bottom of 1, 10, 100, 1000 awaits",
            LoopTurn.class,
            LoopTurn.Work.class,
            Aim.of(Columns.DEEP_RATIO, 1.3),
            Aim.of(Columns.DEEP_BY_SHALLOW, 1.1)),
    W6(
            "W6",
            "a task of 1,000,000, made, ended and awaited by its handle",
            Spawn.class,
            Spawn.Work.class,
            Aim.of(Columns.CPU_RATIO, 2),
            Aim.of(Columns.BYTES, 110)),
    W7(
            "W7",
            "1,000,000 tasks asleep, all woken at one time",
            Sleepers.class,
            Night.Work.class,
            Aim.of(Columns.SLEEPER, 150),
            Aim.of(Columns.WAKE, 0.25)),
    W8(
            "W8",
            "a round trip of two tasks through queues of capacity 1",
            PingPong.class,
            PingPong.Work.class,
            Aim.of(Columns.CPU_RATIO, 2.5)),
    W10(
            "W10",
            "a timer of 100,000, delays uniform in 0 – 2 s",
            Timers.class,
            Night.Work.class,
            Aim.of(Columns.CPU_RATIO, 1.2),
            Aim.of(Columns.LATENESS_EXCESS, 10)),
    ENDURANCE(
            "endurance",
            "an await of 10,000,000 in one loop, with 64 MB of heap",
            Endurance.class,
            LoopTurn.Work.class,
            Aim.of(Columns.GROWTH, 0.5));

    /** What it is called and chosen by. */
    final String label;

    final String title;
    final Class<? extends Workload<?>> benchmark;
    final Class<? extends Entrant> work;
    final List<Aim> aims;

    Contest(
            String label,
            String title,
            Class<? extends Workload<?>> benchmark,
            Class<? extends Entrant> work,
            Aim... aims) {
        this.label = label;
        this.title = title;
        this.benchmark = benchmark;
        this.work = work;
        this.aims = List.of(aims);
    }

    /** The values of the parameter {@code depth}; none if the benchmark has no such parameter. */
    List<Integer> depths() {
        return switch (this) {
            case W4 -> List.of(1);
            case W5 -> List.of(1, 10, 100, 1000);
            default -> List.of();
        };
    }

    Pace pace() {
        return switch (this) {
            case W6 -> Pace.REPEATED_LARGE;
            case W7, W10 -> Pace.ONCE;
            case ENDURANCE -> Pace.SMALL;
            default -> Pace.REPEATED;
        };
    }

    List<Column> columns() {
        return switch (this) {
            case W5 -> Columns.OF_DEPTHS;
            case W7 -> Columns.OF_SLEEPERS;
            case W10 -> Columns.OF_TIMERS;
            case ENDURANCE -> Columns.OF_ENDURANCE;
            default -> Columns.OF_TIMES;
        };
    }
}
