package dev.reprise;

import dev.reprise.frame.Carriers;
import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/**
 * What goes along with a call to another time or thread.
 *
 * @param values of context variables
 * @param carried what {@link Carriers} have captured
 */
record Surroundings(
        @Nullable ContextValues values, @Nullable Object carried) {

    /** What holds on the calling thread, whose registers are {@code context}. */
    static Surroundings of(Context context) {
        return new Surroundings(ContextValues.current(context), Carriers.capture());
    }

    /** {@code callback}, made to run with what holds now and to leave the thread as it was. */
    static Runnable carriedBy(Runnable callback, Context context) {
        return new Callback(of(context), callback);
    }

    /** Makes this hold on the calling thread; gives what held before. */
    private Surroundings hold(Context context) {
        return new Surroundings((ContextValues) context.values(values), Carriers.swap(carried));
    }

    /** Does {@code work} on the calling thread, and leaves the thread as it was. */
    <T extends @Nullable Object> T call(Call<? extends T, ?> work) throws Exception {
        Context context = Context.current();
        Surroundings outer = hold(context);
        try {
            return work.call();
        } finally {
            outer.hold(context);
        }
    }

    private record Callback(Surroundings surroundings, Runnable callback) implements Runnable {

        @Override
        public void run() {
            Context context = Context.current();
            Surroundings outer = surroundings.hold(context);
            try {
                callback.run();
            } finally {
                outer.hold(context);
            }
        }

        @Override
        public String toString() {
            return callback.toString();
        }
    }
}
