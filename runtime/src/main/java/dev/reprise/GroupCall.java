package dev.reprise;

import dev.reprise.frame.Context;
import org.jspecify.annotations.Nullable;

/** The coroutine of {@link TaskGroup#run}. */
final class GroupCall<T extends @Nullable Object> extends HandWritten<@Nullable T> {

    private static final int BLOCK = 1;
    private static final int CHILDREN = 2;

    private final boolean supervisor;
    private final Block<? super TaskGroup, T, ?> block;
    private @Nullable TaskGroup group;
    private @Nullable Object result;

    /** What interrupted the block. */
    private @Nullable Cancelled interrupted;

    /** The group was cancelled before the block was interrupted. */
    private boolean ownInterruption;

    GroupCall(boolean supervisor, Block<? super TaskGroup, T, ?> block) {
        this.supervisor = supervisor;
        this.block = block;
    }

    @Override
    @Nullable Object go(Context context, int await, @Nullable Object value, @Nullable Throwable failure) throws Throwable {
        TaskGroup opened = group;
        if (opened == null) {
            opened = TaskGroup.begin(EventLoop.current(), supervisor);
            group = opened;
            try {
                return awaiting(BLOCK, block.run(opened));
            } catch (Throwable raised) {
                return blockEnded(opened, null, raised);
            }
        }
        if (await == BLOCK) {
            return blockEnded(opened, value, failure);
        }
        if (failure != null) {
            throw failure;
        }
        return outcome(opened);
    }

    private @Nullable Object blockEnded(TaskGroup opened, @Nullable Object value, @Nullable Throwable failure)
            throws Throwable {
        result = value;
        if (failure instanceof Cancelled cancelled) {
            interrupted = cancelled;
            ownInterruption = opened.scope().isCancelled();
            opened.cancel(cancelled.getMessage());
        } else if (failure != null) {
            opened.failed(failure);
        }
        if (!opened.hasEnded()) {
            return awaiting(CHILDREN, new GroupWait(opened, GroupWait.End.BLOCK));
        }
        // the block has joined the group itself
        opened.raiseFailure(null);
        return outcome(opened);
    }

    private @Nullable Object outcome(TaskGroup ended) {
        Cancelled interruption = interrupted;
        if (interruption != null && !(ownInterruption && ended.scope().endsHere(interruption))) {
            throw interruption;
        }
        return result;
    }

    @Override
    String method() {
        return "run";
    }

    @Override
    protected void release() {
        result = null;
        interrupted = null;
    }
}
