package shop;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.gather;
import static dev.reprise.Async.sleep;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import io.micrometer.context.ContextRegistry;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class RequestTest {
    private static final ThreadLocal<String> TENANT = new ThreadLocal<>();

    @BeforeAll
    static void register() {
        ContextRegistry.getInstance().registerThreadLocalAccessor("tenant", TENANT);
    }

    @Coroutine
    static Async<String> request(String user, int hours) {
        MDC.put("user", user);
        TENANT.set("tenant of " + user);
        await(sleep(Duration.ofHours(hours)));
        return Async.of(MDC.get("user") + ", " + TENANT.get());
    }

    @Test
    @Coroutine
    Async<Void> eachRequestKeepsItsOwnValues() {
        assertEquals(
                List.of("Ann, tenant of Ann", "Bob, tenant of Bob"),
                await(gather(request("Ann", 2), request("Bob", 1))));
        return done();
    }
}
