package dev.reprise.micrometer;

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
import dev.reprise.testing.VirtualClock;
import io.micrometer.context.ContextRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MicrometerCarrierTest {

    private static final ThreadLocal<String> SPAN = new ThreadLocal<>();

    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void register() {
        ContextRegistry.getInstance().registerThreadLocalAccessor("test.span", SPAN);
    }

    @AfterEach
    void remove() {
        ContextRegistry.getInstance().removeThreadLocalAccessor("test.span");
        SPAN.remove();
    }

    private static void run(Async<?> coroutine) {
        EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), coroutine);
    }

    private void see(String place) {
        seen.add(place + " " + SPAN.get());
    }

    @Coroutine
    private Async<Void> request(String span, int delay) {
        see("begins in");
        SPAN.set(span);
        await(sleep(Duration.ofMillis(delay)));
        see("goes on in");
        await(toThread(() -> {
            see("on a thread in");
            return null;
        }));
        SPAN.remove();
        await(sleep(Duration.ofMillis(100)));
        see("ends in");
        return done();
    }

    @Coroutine
    private Async<Void> twoRequests() {
        await(gather(request("A", 20), request("B", 10)));
        see("afterwards");
        return done();
    }

    @Test
    void eachTaskHasTheValuesOfTheRegistryOfItsOwn() {
        SPAN.set("root");
        run(twoRequests());
        see("outside");
        assertThat(seen)
                .containsExactly(
                        "begins in root",
                        "begins in root",
                        "goes on in B",
                        "on a thread in B",
                        "goes on in A",
                        "on a thread in A",
                        "ends in null",
                        "ends in null",
                        "afterwards root",
                        "outside root");
    }

    @Test
    void aValueThatTheThreadDoesNotHaveIsCleared() {
        run(request("A", 10));
        assertThat(SPAN.get()).isNull();
        assertThat(seen).startsWith("begins in null", "goes on in A", "on a thread in A", "ends in null");
    }
}
