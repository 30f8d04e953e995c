package dev.reprise.frame;

import dev.reprise.Async;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The async generators that were started on one event loop and have not ended. What the user holds of them is referred to
 * weakly: the loop closes a generator that nobody holds any more.
 *
 * <p>Owned by the loop's thread.
 */
public final class GeneratorSet {

    private final ReferenceQueue<Object> dropped = new ReferenceQueue<>();

    /** In the order in which they were started. */
    private final Set<Member> members = new LinkedHashSet<>();

    /** Dropped while a pull was under way. */
    private final List<Member> busy = new ArrayList<>();

    private final Runnable added;

    /**
     * For event loops.
     *
     * @param added called when a generator comes into the set
     */
    public GeneratorSet(Runnable added) {
        this.added = added;
    }

    /** Whether there are generators that are to be closed when they are dropped. */
    public boolean awaitCollection() {
        return !members.isEmpty();
    }

    /** A generator in the set. */
    final class Member extends WeakReference<Object> {

        private final AsyncGeneratorFrame<?> frame;

        private Member(AsyncGeneratorHandle<?> handle, AsyncGeneratorFrame<?> frame) {
            super(handle, dropped);
            this.frame = frame;
        }

        /** Called by the frame when it has ended. */
        void end() {
            members.remove(this);
        }
    }

    Member add(AsyncGeneratorHandle<?> handle, AsyncGeneratorFrame<?> frame) {
        Member member = new Member(handle, frame);
        members.add(member);
        added.run();
        return member;
    }

    /** What closes the generators that were dropped since the last call; each is to be made a task. */
    public List<Async<@Nullable Void>> closeDropped() {
        Object next = dropped.poll();
        if (next == null && busy.isEmpty()) {
            return List.of();
        }
        List<Member> found = new ArrayList<>(busy);
        busy.clear();
        while (next instanceof Member member) {
            found.add(member);
            next = dropped.poll();
        }
        List<Async<@Nullable Void>> closing = new ArrayList<>();
        for (Member member : found) {
            if (member.frame.isPulled()) {
                busy.add(member);
            } else if (members.remove(member)) {
                closing.add(close(member.frame));
            }
        }
        return closing;
    }

    /** What closes the generators that are left, which leave the set; each is to be made a task. */
    public List<Async<@Nullable Void>> closeAll() {
        List<Async<@Nullable Void>> closing = new ArrayList<>();
        for (Member member : members) {
            closing.add(close(member.frame));
        }
        members.clear();
        return closing;
    }

    private static <Y extends @Nullable Object> Async<@Nullable Void> close(AsyncGeneratorFrame<Y> frame) {
        return new AsyncGeneratorHandle<>(frame).closeAsync();
    }
}
