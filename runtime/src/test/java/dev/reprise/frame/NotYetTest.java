package dev.reprise.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.Cancelled;
import dev.reprise.Script;
import dev.reprise.Task;
import dev.reprise.VirtualLoop;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What wakes a coroutine and then has nothing for it is waited for again. */
class NotYetTest extends VirtualLoop {

    /** Has something for who has been woken as often as it says. */
    private final class Hesitant extends Async<String> implements Suspension {

        private int left;
        private @Nullable Driver driver;
        private @Nullable Throwable failure;

        Hesitant(int wakeUps) {
            left = wakeUps;
        }

        @Override
        public @Nullable Object awaitIn(Context context) {
            return context.suspendOn(this);
        }

        @Override
        public void subscribe(Driver awaiting) {
            trail.add("subscribed");
            driver = awaiting;
        }

        void wake() {
            Driver woken = driver;
            driver = null;
            if (woken != null) {
                woken.wake();
            }
        }

        @Override
        public @Nullable Object outcome() throws Throwable {
            if (failure != null) {
                throw failure;
            }
            return --left > 0 ? NOT_YET : "there";
        }

        @Override
        public boolean cancel(@Nullable String reason) {
            if (driver == null) {
                return false;
            }
            failure = new Cancelled(reason);
            wake();
            return true;
        }

        @Override
        public void discard() {
            trail.add("discarded");
        }
    }

    private final Hesitant third = new Hesitant(3);

    private void wake() {
        onLoop(third::wake);
        settle();
    }

    private Script<String> waiting() {
        return Script.<String>of(nothing -> third).then((String value) -> Async.of(value + "!"));
    }

    @Test
    void aTaskSubscribesAgain_andGoesOnInTheEnd() {
        Task<String> task = loop.createTask(waiting());
        settle();
        wake();
        wake();
        assertThat(task.isDone()).isFalse();
        assertThat(task.toString()).contains("Script.script");
        wake();
        assertThat(task.result()).isEqualTo("there!");
        assertThat(trail).containsExactly("subscribed", "subscribed", "subscribed");
    }

    @Test
    void aTaskThatWaitsAgainCanBeCancelled() {
        Task<String> task = loop.createTask(waiting());
        settle();
        wake();
        onLoop(task::cancel);
        settle();
        assertThat(task.isCancelled()).isTrue();
        assertThat(trail).containsExactly("subscribed", "subscribed");
    }

    @Test
    void aTaskThatIsCancelledBetweenWakeUpAndStepDiscards() {
        Task<String> task = loop.createTask(waiting());
        settle();
        onLoop(() -> {
            third.wake();
            task.cancel();
        });
        settle();
        assertThat(task.isCancelled()).isTrue();
        assertThat(trail).containsExactly("subscribed", "discarded");
    }

    @Test
    void aFailureInsteadOfAnOutcomeIsRaisedOnce() {
        Task<String> task =
                loop.createTask(Script.<String>of(nothing -> third).recover(failure -> Async.of("recovered")));
        settle();
        wake();
        third.failure = new IOException("late");
        wake();
        assertThat(task.result()).isEqualTo("recovered");
    }

    @Test
    void aFutureSubscribesAgain_onItsLoopAndOffIt() {
        CompletableFuture<String> off = HotFuture.start(waiting());
        third.wake();
        third.wake();
        assertThat(off).isNotDone();
        third.wake();
        assertThat(off).isCompletedWithValue("there!");

        third.left = 2;
        CompletableFuture<String>[] on = newArray();
        onLoop(() -> on[0] = HotFuture.start(waiting()));
        wake();
        assertThat(on[0]).isNotDone();
        wake();
        assertThat(on[0]).isCompletedWithValue("there!");
    }

    @SuppressWarnings("unchecked")
    private static CompletableFuture<String>[] newArray() {
        return new CompletableFuture[1];
    }

    @Test
    void aFutureThatWaitsAgainCanBeCancelled() {
        CompletableFuture<String> hot = HotFuture.start(waiting());
        third.wake();
        hot.cancel(false);
        assertThatThrownBy(hot::join).isInstanceOf(java.util.concurrent.CancellationException.class);
        assertThat(trail).containsExactly("subscribed", "subscribed");
    }
}
