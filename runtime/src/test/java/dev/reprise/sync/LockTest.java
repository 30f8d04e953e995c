package dev.reprise.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.reprise.Async;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.VirtualLoop;
import org.junit.jupiter.api.Test;

class LockTest extends VirtualLoop {

    private final Lock lock = new Lock();

    /** Takes the lock, keeps it for some seconds, and gives it back. */
    private Task<Void> holder(String name, int seconds) {
        Permit[] held = new Permit[1];
        return loop.createTask(Script.<Void>of(name, nothing -> lock.acquire())
                .then((Permit permit) -> {
                    trail.add(name);
                    held[0] = permit;
                    return Async.sleep(seconds(seconds));
                })
                .then(nothing -> {
                    held[0].close();
                    return Async.done();
                }));
    }

    @Test
    void a081_exactlyOneGetsALockThatIsReleased_inTheOrderOfArrival() {
        holder("a", 3);
        holder("b", 2);
        Task<Void> last = holder("c", 1);
        settle();
        assertThat(trail).containsExactly("a");
        assertThat(lock).hasToString("lock (held, 2 waiting)");
        loop.runUntilComplete(last);
        assertThat(trail).containsExactly("a", "b", "c");
        assertThat(clock.elapsed()).isEqualTo(seconds(6));
        assertThat(lock.isHeld()).isFalse();
    }

    @Test
    void a081_nobodyOvertakesALockThatHasBeenHandedOn() {
        Task<Void> first = holder("first", 1);
        Task<Void> second = holder("second", 1);
        first.onDone(ended -> assertThat(lock.tryAcquire()).isNull());
        loop.runUntilComplete(second);
        assertThat(trail).containsExactly("first", "second");
        assertThat(unhandled).isEmpty();
    }

    @Test
    void a082_whenTheOneThatWasHandedTheLockIsCancelled_theNextGetsIt() {
        Permit held = loop.runUntilComplete(lock.acquire());
        Task<Void> chosen = holder("chosen", 1);
        Task<Void> next = holder("next", 1);
        settle();
        loop.callSoon(() -> {
            held.close();
            chosen.cancel();
        });
        loop.runUntilComplete(next);
        assertThat(trail).containsExactly("next");
        assertThat(chosen.isCancelled()).isTrue();
        assertThat(lock.isHeld()).isFalse();
    }

    @Test
    void a082_oneThatIsCancelledWhileItWaitsLeavesTheLine() {
        holder("a", 3);
        Task<Void> cancelled = holder("b", 1);
        Task<Void> last = holder("c", 1);
        settle();
        loop.callSoon(cancelled::cancel);
        loop.runUntilComplete(last);
        assertThat(trail).containsExactly("a", "c");
    }

    @Test
    void a083_aTaskThatAcquiresTheLockAgainWaits() {
        Task<Void> twice =
                loop.createTask(Script.<Void>of(nothing -> lock.acquire()).then(permit -> lock.acquire()));
        settle();
        assertThat(twice.isDone()).isFalse();
        twice.cancel();
    }

    @Test
    void aPermitIsGivenBackOnce() {
        onLoop(() -> {
            Permit first = lock.tryAcquire();
            first.close();
            Permit second = lock.tryAcquire();
            first.close();
            assertThat(lock.isHeld()).isTrue();
            second.close();
            assertThat(lock.isHeld()).isFalse();
        });
    }

    @Test
    void aLockOfAnotherLoopIsRefused() {
        loop.runUntilComplete(Script.awaiting(lock.acquire()));
        try (EventLoop other = EventLoop.open(LoopOptions.defaults())) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> other.runUntilComplete(lock.acquire()))
                    .withMessageContaining("belongs to")
                    .withMessageContaining("not shared between loops");
        }
    }

    @Test
    void aLockOfAClosedLoopMayBeUsedByTheNext() {
        EventLoop.run(Script.awaiting(lock.acquire()).then((Permit permit) -> {
            permit.close();
            return Async.done();
        }));
        assertThat(loop.runUntilComplete(lock.acquire())).isNotNull();
    }

    @Test
    void offALoopALockIsRefused() {
        assertThatIllegalStateException().isThrownBy(lock::tryAcquire).withMessageContaining("off an event loop");
    }
}
