package dev.reprise.sequence;

import dev.reprise.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists of elements that follow each other. */
public final class Windows<T extends @Nullable Object> extends Step<List<T>> {

    private final Sequence<T> source;
    private final int size;

    /** How many elements of a window are not in the next. */
    private final int step;

    private List<T> window = new ArrayList<>();

    private Windows(Sequence<T> source, int size, int step) {
        if (size < 1) {
            throw new IllegalArgumentException("lists of " + size + " elements: give 1 or more");
        }
        this.source = source;
        this.size = size;
        this.step = step;
    }

    /** Full windows, each one element further than the one before. */
    public static <T extends @Nullable Object> Windows<T> sliding(Sequence<T> source, int size) {
        return new Windows<>(source, size, 1);
    }

    /** Windows without an element in common, of which the last may be shorter. */
    public static <T extends @Nullable Object> Windows<T> chunks(Sequence<T> source, int size) {
        return new Windows<>(source, size, size);
    }

    @Override
    boolean find() {
        while (window.size() < size && source.hasNext()) {
            window.add(source.next());
        }
        boolean partial = window.size() < size;
        if (window.isEmpty() || partial && step < size) {
            return false;
        }
        List<T> full = window;
        window = partial ? new ArrayList<>() : new ArrayList<>(full.subList(step, size));
        return found(Collections.unmodifiableList(full));
    }

    @Override
    void closeSource() {
        source.close();
    }
}
