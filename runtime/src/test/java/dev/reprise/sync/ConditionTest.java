package dev.reprise.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.reprise.Async;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.VirtualLoop;
import org.junit.jupiter.api.Test;

class ConditionTest extends VirtualLoop {

    private final Condition condition = new Condition();

    private Task<Void> waiter(String name) {
        Permit[] held = new Permit[1];
        return loop.createTask(Script.<Void>of(name, nothing -> condition.acquire())
                .then((Permit permit) -> {
                    held[0] = permit;
                    return condition.signalled();
                })
                .then(nothing -> {
                    trail.add(name + (condition.lock.isHeld() ? " with the lock" : " without the lock"));
                    held[0].close();
                    return Async.done();
                })
                .recover(failure -> {
                    trail.add(name + " cancelled" + (condition.lock.isHeld() ? " with the lock" : " without the lock"));
                    held[0].close();
                    return Async.failed(failure);
                }));
    }

    /** Signals from a coroutine that holds the lock for a second. */
    private void signal(int count) {
        Permit[] held = new Permit[1];
        loop.runUntilComplete(Script.<Void>of(nothing -> condition.acquire())
                .then((Permit permit) -> {
                    held[0] = permit;
                    condition.signal(count);
                    return Async.sleep(seconds(1));
                })
                .then(nothing -> {
                    held[0].close();
                    return Async.done();
                }));
        settle();
    }

    @Test
    void a085_theLockIsFreeDuringTheWaitAndHeldAgainAfterIt() {
        waiter("a");
        settle();
        assertThat(condition.lock.isHeld()).isFalse();
        signal(1);
        assertThat(trail).containsExactly("a with the lock");
        assertThat(condition.lock.isHeld()).isFalse();
    }

    @Test
    void a085_aSignalWakesAtMostAsManyAsItSays() {
        waiter("a");
        waiter("b");
        waiter("c");
        settle();
        signal(2);
        assertThat(trail).containsExactly("a with the lock", "b with the lock");
        signal(Integer.MAX_VALUE);
        assertThat(trail).hasSize(3);
    }

    @Test
    void a085_withoutTheLockWaitingAndSignallingAreErrors() {
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(condition.signalled()))
                .withMessageContaining("needs its lock");
        assertThatIllegalStateException()
                .isThrownBy(() -> loop.runUntilComplete(Script.doing(condition::signalAll)))
                .withMessageContaining("needs its lock");
    }

    @Test
    void aCancelledWaiterHasTheLockAgain() {
        Task<Void> cancelled = waiter("a");
        settle();
        cancelled.cancel();
        settle();
        assertThat(trail).containsExactly("a cancelled with the lock");
        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(condition.lock.isHeld()).isFalse();
    }

    @Test
    void aWaiterThatIsCancelledAfterTheSignalPassesItOn() {
        Task<Void> chosen = waiter("a");
        waiter("b");
        settle();
        Permit held = loop.runUntilComplete(condition.acquire());
        onLoop(condition::signal);
        onLoop(chosen::cancel);
        assertThat(trail).isEmpty();
        onLoop(held::close);
        settle();
        assertThat(trail).containsExactly("a cancelled with the lock", "b with the lock");
    }

    @Test
    void aWaiterThatIsCancelledWhenItHasTheLockAgainPassesTheSignalOn() {
        Task<Void> chosen = waiter("a");
        waiter("b");
        settle();
        loop.callSoon(() -> {
            Permit held = condition.lock.tryAcquire();
            condition.signal();
            held.close();
            chosen.cancel();
        });
        settle();
        assertThat(trail).containsExactly("a cancelled with the lock", "b with the lock");
        assertThat(chosen.isCancelled()).isTrue();
        assertThat(chosen.cancelling()).isEqualTo(1);
    }
}
