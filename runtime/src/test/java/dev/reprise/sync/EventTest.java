package dev.reprise.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.VirtualLoop;
import org.junit.jupiter.api.Test;

class EventTest extends VirtualLoop {

    private final Event event = new Event();

    private Task<Void> waiter(String name) {
        return loop.createTask(Script.<Void>of(nothing -> event).then(nothing -> {
            trail.add(name);
            return Async.done();
        }));
    }

    @Test
    void a084_settingItLetsAllWaitersGoOnInTheirOrder() {
        waiter("a");
        Task<Void> cancelled = waiter("b");
        waiter("c");
        settle();
        loop.callSoon(cancelled::cancel);
        loop.callSoon(event::set);
        settle();
        assertThat(trail).containsExactly("a", "c");
    }

    @Test
    void a084_aWaitForAnEventThatIsSetGoesOnAtOnce() {
        loop.runUntilComplete(Script.doing(event::set)
                .then(nothing -> {
                    loop.callSoon(() -> trail.add("another turn"));
                    return event;
                })
                .then(nothing -> {
                    trail.add("went on");
                    return Async.done();
                }));
        assertThat(trail).startsWith("went on");
    }

    @Test
    void a084_afterClearItHoldsCoroutinesBackAgain() {
        waiter("early");
        settle();
        loop.callSoon(() -> {
            event.set();
            event.clear();
        });
        settle();
        waiter("late");
        settle();
        assertThat(trail).containsExactly("early");
        assertThat(event).hasToString("event (not set, 1 waiting)");
    }
}
