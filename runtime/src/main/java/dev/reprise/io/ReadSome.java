package dev.reprise.io;

/** The read of whatever is there. */
final class ReadSome extends Reading<byte[]> {

    private final int most;

    ReadSome(Wire wire, int most) {
        super(wire);
        this.most = most;
    }

    @Override
    boolean isSatisfied() {
        return most == 0 || !wire.received.isEmpty() || wire.isAtEnd();
    }

    @Override
    byte[] take() {
        return wire.received.take(Math.min(most, wire.received.size()));
    }
}
