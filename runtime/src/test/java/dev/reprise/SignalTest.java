package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** SIGWINCH, which nobody minds. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class SignalTest extends VirtualLoop {

    private static void raise(String name) {
        try {
            Class<?> type = Class.forName("sun.misc.Signal");
            type.getMethod("raise", type)
                    .invoke(null, type.getConstructor(String.class).newInstance(name));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a124_aSignalIsACallbackOfTheLoop() {
        Promise<String> received = loop.promise();
        Thread loops = Thread.currentThread();
        loop.onSignal("WINCH", () -> {
            trail.add("on the loop's thread: " + (Thread.currentThread() == loops));
            loop.callSoon(() -> received.complete("after the signal"));
        });
        loop.callSoon(() -> raise("WINCH"));
        assertThat(loop.runUntilComplete(received)).isEqualTo("after the signal");
        assertThat(trail).containsExactly("on the loop's thread: true");
    }

    @Test
    void theLastCallbackIsCalled_andWhoeverWasBefore_whenTheLoopIsClosed() throws Exception {
        CountDownLatch before = new CountDownLatch(1);
        JdkSignal signal = new JdkSignal("WINCH");
        Object original = signal.handle(signal.handler(before::countDown));
        try {
            Promise<String> received = loop.promise();
            loop.onSignal("WINCH", () -> trail.add("first"));
            loop.onSignal("WINCH", () -> received.complete("second"));
            raise("WINCH");
            assertThat(loop.runUntilComplete(received)).isEqualTo("second");
            loop.close();
            raise("WINCH");
            before.await();
        } finally {
            signal.handle(original);
        }
        assertThat(trail).isEmpty();
    }

    @Test
    void aCallbackThatFailsIsReported() {
        loop.onSignal("WINCH", () -> {
            loop.callSoon(loop::stop);
            throw new IllegalStateException("failed");
        });
        raise("WINCH");
        loop.runForever();
        assertThat(unhandled).hasSize(1);
        assertThat(unhandled.get(0).message()).contains("SIGWINCH");
    }

    @Test
    void aSignalThatIsNobodysBusinessIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop.onSignal("KILL", () -> {}))
                .withMessageContaining("KILL");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loop.onSignal("NOSUCH", () -> {}))
                .withMessageContaining("NOSUCH");
    }
}
