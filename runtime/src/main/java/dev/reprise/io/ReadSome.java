package dev.reprise.io;

/** The read of whatever is there. */
final class ReadSome extends Reading<byte[]> {

    private final int most;

    ReadSome(Input input, int most) {
        super(input);
        if (most < 0) {
            throw new IllegalArgumentException("cannot read " + most + " bytes");
        }
        this.most = most;
    }

    @Override
    boolean isSatisfied() {
        return most == 0 || !input.received.isEmpty() || input.isAtEnd();
    }

    @Override
    byte[] take() {
        return input.received.take(Math.min(most, input.received.size()));
    }
}
