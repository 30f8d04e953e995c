package dev.reprise;

import dev.reprise.frame.Context;
import dev.reprise.frame.Frame;
import org.jspecify.annotations.Nullable;

/** A coroutine written by hand that awaits {@code each(i)} for i below a limit, and gives the limit. */
public final class Counting extends Frame<Integer> {

    /** What is awaited in one round. */
    public interface Step {
        Awaitable<?> apply(int round) throws Exception;
    }

    private final int limit;
    private Step each;
    private int next;

    public Counting(int limit, Step each) {
        this.limit = limit;
        this.each = each;
    }

    @Override
    protected @Nullable Object resume(Context context) throws Exception {
        if (label != CREATED) {
            label = RUNNING;
            context.take();
        }
        label = RUNNING;
        while (next < limit) {
            each.apply(next++).awaitIn(context);
            if (context.suspended()) {
                label = 1;
                context.link(this);
                return null;
            }
        }
        return limit;
    }

    @Override
    protected void release() {
        each = i -> {
            throw new IllegalStateException("released");
        };
    }

    @Override
    protected String points() {
        return "Counting|count|Counting.java|1|2";
    }
}
