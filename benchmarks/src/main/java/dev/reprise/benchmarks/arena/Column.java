package dev.reprise.benchmarks.arena;

/**
 * A column of the table.
 *
 * @param cell what stands in the row of a peer
 * @param value the number of it that is compared with an aim
 */
record Column(String title, Cell cell, Value value) {

    interface Cell {
        String of(Measured peer, Measured limit);
    }

    interface Value {
        double of(Measured peer, Measured limit);
    }

    /** A figure, in multiples of {@code unit}. */
    static Column figure(String title, String label, double unit) {
        return computed(title, (peer, limit) -> peer.figure(label).median() / unit);
    }

    /** The least and the greatest value of a figure. */
    static Column spread(String label, double unit) {
        return new Column(
                "from – to",
                (peer, limit) -> peer.figure(label).spreadIn(unit),
                (peer, limit) -> peer.figure(label).most() / unit);
    }

    /** A figure in multiples of the limit's. */
    static Column ratio(String title, String label) {
        return computed(
                title,
                (peer, limit) ->
                        peer.figure(label).median() / limit.figure(label).median());
    }

    static Column computed(String title, Value value) {
        return new Column(title, (peer, limit) -> Sample.number(value.of(peer, limit)), value);
    }
}
