package dev.reprise;

import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/** Brings the elements of an {@link AsyncIterable}. It asks for one only when there is room for it. */
final class Pump<T extends @Nullable Object> extends Inlet<T> {

    private static final int ROOM = 1;
    private static final int ELEMENT = 2;
    private static final int CLOSE = 3;

    private final AsyncIterable<? extends T> source;
    private final Room room = new Room();
    private @Nullable AsyncIterator<? extends T> iterator;
    private int untaken;

    Pump(Inflow<T> inflow, AsyncIterable<? extends T> source, int ahead) {
        super(inflow, ahead);
        this.source = source;
    }

    @Override
    @Nullable Object go(Context context, int await, @Nullable Object value, @Nullable Throwable failure) throws Throwable {
        if (await == CLOSE) {
            ended(failure);
            return null;
        }
        if (failure != null) {
            return end(failure);
        }
        AsyncIterator<? extends T> elements = iterator;
        try {
            if (elements == null) {
                if (inflow.isStopping()) {
                    return end(null);
                }
                elements = source.asyncIterator();
                iterator = elements;
            } else if (await == ELEMENT) {
                if (!Boolean.TRUE.equals(value)) {
                    return end(null);
                }
                T element = elements.current();
                untaken++;
                inflow.add(element, this);
            }
            return untaken < ahead ? awaiting(ELEMENT, elements.advance()) : awaiting(ROOM, room);
        } catch (Throwable raised) {
            return end(raised);
        }
    }

    private @Nullable Object end(@Nullable Throwable failure) {
        ending = true;
        if (failure != null) {
            inflow.failed(failure);
        }
        AsyncCloseable closeable = AsyncView.closeable(source);
        if (closeable != null) {
            return awaiting(CLOSE, closeable.closeAsync());
        }
        ended(null);
        return null;
    }

    @Override
    void taken() {
        untaken--;
        room.open();
    }

    @Override
    protected void release() {
        iterator = null;
    }

    /** The wait until an element has been taken. */
    private final class Room extends Gate {

        @Override
        public String toString() {
            return "room in " + inflow;
        }
    }
}
