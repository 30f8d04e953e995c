package dev.reprise.slf4j;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.gather;
import static dev.reprise.Async.sleep;
import static dev.reprise.Async.toThread;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Task;
import dev.reprise.TaskOptions;
import dev.reprise.testing.VirtualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** With Logback behind SLF4J, whose values are thread-locals. */
class MdcCarrierTest {

    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    @AfterEach
    void clear() {
        MDC.clear();
    }

    private static <T> T run(Async<T> coroutine) {
        return EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), coroutine);
    }

    private void see(String place) {
        seen.add(place + " " + MDC.get("user"));
    }

    @Coroutine
    private Async<Void> request(String user, int delay) {
        see("begins with");
        MDC.put("user", user);
        await(sleep(Duration.ofMillis(delay)));
        see("goes on with");
        return done();
    }

    @Coroutine
    private Async<Void> twoRequests() {
        await(gather(request("Ann", 20), request("Bob", 10)));
        see("afterwards");
        return done();
    }

    @Test
    void eachTaskHasValuesOfItsOwn() {
        MDC.put("user", "root");
        run(twoRequests());
        see("outside");
        assertThat(seen)
                .containsExactly(
                        "begins with root",
                        "begins with root",
                        "goes on with Bob",
                        "goes on with Ann",
                        "afterwards root",
                        "outside root");
    }

    @Test
    void nothingStaysOnTheThread() {
        run(request("Ann", 10));
        assertThat(MDC.get("user")).isNull();
        assertThat(seen).containsExactly("begins with null", "goes on with Ann");
    }

    @Coroutine
    private Async<Void> caller() {
        await(request("Ann", 10));
        see("the caller has");
        return done();
    }

    @Test
    void aCoroutineThatIsAwaitedDirectlyIsPartOfTheTask() {
        run(caller());
        assertThat(seen).containsExactly("begins with null", "goes on with Ann", "the caller has Ann");
    }

    @Coroutine
    private Async<Void> withHelpers() {
        MDC.put("user", "Ann");
        EventLoop loop = EventLoop.current();
        loop.callSoon(() -> {
            see("callback");
            MDC.put("user", "callback");
        });
        await(toThread(() -> {
            see("thread");
            MDC.put("user", "thread");
            return null;
        }));
        Task<Void> eager =
                loop.createTask(request("Bob", 10), TaskOptions.defaults().eager());
        see("after an eager task");
        await(eager);
        see("at the end");
        return done();
    }

    @Test
    void callbacksAndWorkOnOtherThreadsHaveTheValuesAndKeepTheirChanges() {
        run(withHelpers());
        assertThat(seen)
                .containsExactlyInAnyOrder(
                        "callback Ann",
                        "thread Ann",
                        "begins with Ann",
                        "after an eager task Ann",
                        "goes on with Bob",
                        "at the end Ann");
    }

    @Coroutine
    private CompletableFuture<String> future(CompletableFuture<String> awaited) {
        MDC.put("user", "Ann");
        String value = await(awaited);
        see(value);
        return CompletableFuture.completedFuture(value);
    }

    @Test
    void coroutinesThatReturnAFutureHaveThemOnWhateverThreadTheyGoOn() {
        CompletableFuture<String> awaited = new CompletableFuture<>();
        CompletableFuture<String> future = future(awaited);
        assertThat(MDC.get("user")).isNull();
        Thread completing = new Thread(() -> {
            MDC.put("user", "of the thread");
            awaited.complete("awaited");
            see("afterwards");
        });
        completing.start();
        assertThat(future.join()).isEqualTo("awaited");
        join(completing);
        assertThat(seen).containsExactly("awaited Ann", "afterwards of the thread");
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Coroutine
    private Async<Integer> counting(int id, int rounds) {
        MDC.put("user", "user " + id);
        int right = 0;
        for (int i = 0; i < rounds; i++) {
            await(sleep(Duration.ZERO));
            if (("user " + id).equals(MDC.get("user"))) {
                right++;
            }
        }
        return Async.of(right);
    }

    @Coroutine
    private Async<List<Integer>> many() {
        List<Async<Integer>> all = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            all.add(counting(i, 50));
        }
        return Async.of(await(gather(all)));
    }

    @Test
    void nothingReachesOtherTasksHoweverTheyAlternate() {
        assertThat(run(many())).hasSize(200).containsOnly(50);
        assertThat(MDC.get("user")).isNull();
    }
}
