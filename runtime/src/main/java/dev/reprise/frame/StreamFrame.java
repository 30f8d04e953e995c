package dev.reprise.frame;

import java.util.Iterator;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/** Gives out what a stream has, for a generator that delegates to it, and closes the stream in any case. */
final class StreamFrame extends DelegateFrame {

    private final BaseStream<?, ?> stream;
    private @Nullable Iterator<?> iterator;

    StreamFrame(BaseStream<?, ?> stream) {
        super(stream);
        this.stream = stream;
    }

    @Override
    @SuppressWarnings("MustBeClosedChecker") // closed wherever the frame ends
    boolean step(@Nullable Object received) {
        try {
            requireNothingSent(received);
            Iterator<?> values = iterator;
            if (values == null) {
                values = stream.iterator();
                iterator = values;
            }
            if (values.hasNext()) {
                rest(values.next());
                return true;
            }
        } catch (Throwable failure) {
            return raise(failure);
        }
        stream.close();
        return false;
    }

    @Override
    boolean raise(Throwable failure) {
        try (stream) {
            throw Sneaky.raise(failure);
        }
    }
}
