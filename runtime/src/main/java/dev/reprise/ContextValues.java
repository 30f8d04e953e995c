package dev.reprise;

import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/** Values of context variables. Immutable; programs have few variables, so they are searched one by one. */
final class ContextValues {

    private static final ContextValues NONE = new ContextValues(new Object[0]);

    /** Variables at even places, each followed by its value. */
    private final @Nullable Object[] pairs;

    private ContextValues(@Nullable Object[] pairs) {
        this.pairs = pairs;
    }

    /** The values that hold on the thread of {@code context}, null for none. */
    static @Nullable ContextValues current(Context context) {
        return (ContextValues) context.values();
    }

    /** The place of the value of {@code variable}, -1 if it has none. */
    private int find(ContextVar<?> variable) {
        for (int i = 0; i < pairs.length; i += 2) {
            if (pairs[i] == variable) {
                return i + 1;
            }
        }
        return -1;
    }

    static boolean has(@Nullable ContextValues values, ContextVar<?> variable) {
        return values != null && values.find(variable) >= 0;
    }

    @Nullable Object get(ContextVar<?> variable) {
        return pairs[find(variable)];
    }

    static ContextValues with(@Nullable ContextValues values, ContextVar<?> variable, @Nullable Object value) {
        ContextValues old = values == null ? NONE : values;
        int place = old.find(variable);
        int length = old.pairs.length;
        @Nullable Object[] pairs = new Object[place < 0 ? length + 2 : length];
        System.arraycopy(old.pairs, 0, pairs, 0, length);
        if (place < 0) {
            pairs[length] = variable;
            place = length + 1;
        }
        pairs[place] = value;
        return new ContextValues(pairs);
    }

    static @Nullable ContextValues without(@Nullable ContextValues values, ContextVar<?> variable) {
        if (values == null || !has(values, variable)) {
            return values;
        }
        int place = values.find(variable) - 1;
        int left = values.pairs.length - 2;
        if (left == 0) {
            return null;
        }
        @Nullable Object[] pairs = new Object[left];
        System.arraycopy(values.pairs, 0, pairs, 0, place);
        System.arraycopy(values.pairs, place + 2, pairs, place, left - place);
        return new ContextValues(pairs);
    }
}
