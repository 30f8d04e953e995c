package dev.reprise.io;

/** The read of so many bytes. */
final class ReadExactly extends Reading<byte[]> {

    private final int count;

    ReadExactly(Input input, int count) {
        super(input);
        if (count < 0) {
            throw new IllegalArgumentException("cannot read " + count + " bytes");
        }
        this.count = count;
    }

    @Override
    boolean isSatisfied() {
        return input.received.size() >= count || input.isAtEnd();
    }

    @Override
    byte[] take() throws IncompleteReadException {
        ByteQueue received = input.received;
        if (received.size() < count) {
            throw new IncompleteReadException(
                    "the stream ended after " + received.size() + " of " + count + " bytes",
                    received.take(received.size()),
                    count);
        }
        return received.take(count);
    }
}
