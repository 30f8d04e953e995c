package dev.reprise.junit;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reprise.Async;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopClock;
import dev.reprise.TaskOptions;
import dev.reprise.testing.VirtualClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests as users write them, run by {@link CoroutineTestsTest}. */
final class Samples {

    private Samples() {}

    static class Good {

        private int day;

        @BeforeEach
        @Coroutine
        Async<Void> getUp() {
            await(sleep(Duration.ofHours(8)));
            day = 1;
            return done();
        }

        @AfterEach
        @Coroutine
        Async<Void> goToBed() {
            await(sleep(Duration.ofHours(8)));
            assertThat(day).isPositive();
            return done();
        }

        @Test
        @Coroutine
        Async<Void> sleepsForDays() {
            await(sleep(Duration.ofDays(100)));
            day += 100;
            return done();
        }

        @Test
        @Coroutine
        Async<String> mayReturnAValue() {
            await(sleep(Duration.ZERO));
            return Async.of("value");
        }

        @Test
        void mayBeNoCoroutine() {
            assertThat(day).isEqualTo(1);
        }

        @Test
        @DisplayName("has a display name")
        @Coroutine
        Async<Void> named() {
            await(sleep(Duration.ZERO));
            return done();
        }

        @ParameterizedTest
        @ValueSource(longs = {1, 2})
        @Coroutine
        Async<Void> takesParameters(long days) {
            await(sleep(Duration.ofDays(days)));
            assertThat(days).isBetween(1L, 2L);
            return done();
        }

        @RepeatedTest(2)
        @Coroutine
        Async<Void> repeats() {
            await(sleep(Duration.ofDays(1)));
            return done();
        }

        @Test
        @Coroutine
        Async<Void> getsWhatExtensionsGive(@TempDir Path folder) throws IOException {
            Path file = folder.resolve("file");
            await(sleep(Duration.ofDays(1)));
            Files.writeString(file, "text");
            return done();
        }

        @Coroutine
        Async<Integer> helper() {
            await(sleep(Duration.ofDays(1)));
            return Async.of(3);
        }

        @Test
        @Coroutine
        Async<Void> awaitsHelpersAndOtherTests() {
            assertThat(await(helper())).isEqualTo(3);
            assertThat(await(mayReturnAValue())).isEqualTo("value");
            return done();
        }

        @Nested
        class Inner {

            @Test
            @Coroutine
            Async<Void> mayBeNested() {
                await(sleep(Duration.ofDays(1)));
                assertThat(day).isEqualTo(1);
                return done();
            }
        }
    }

    static class Overridden {

        @Test
        @Coroutine
        Async<Void> inherited() {
            await(sleep(Duration.ofDays(1)));
            return done();
        }

        @Test
        @Coroutine
        Async<Integer> overridden() {
            await(sleep(Duration.ofDays(1)));
            return Async.of(1);
        }
    }

    static class Overriding extends Overridden {

        @Test
        @Override
        @Coroutine
        Async<Integer> overridden() {
            int before = await(super.overridden());
            assertThat(before).isEqualTo(1);
            return Async.of(2);
        }
    }

    static class Bad {

        @Coroutine
        private Async<Void> failing() {
            await(sleep(Duration.ofDays(1)));
            throw new IllegalStateException("boom");
        }

        @Test
        @Coroutine
        Async<Void> fails() {
            await(failing());
            return done();
        }

        @Test
        @Coroutine
        Async<Void> leavesATask() {
            EventLoop.current().createTask(sleep(Duration.ofDays(1)), "forgotten");
            await(sleep(Duration.ZERO));
            return done();
        }

        @Test
        @Coroutine
        Async<Void> leavesAFailure() {
            EventLoop.current().createTask(failing(), TaskOptions.defaults().eager());
            await(sleep(Duration.ofDays(2)));
            return done();
        }

        @Test
        @Coroutine
        Async<Void> failsAndLeavesAFailure() {
            EventLoop.current().callSoon(() -> {
                throw new IllegalStateException("in a callback");
            });
            await(failing());
            return done();
        }
    }

    static class InVirtualTime {

        @Test
        @Coroutine
        Async<Void> byDefault() {
            await(sleep(Duration.ZERO));
            assertThat(EventLoop.current().options().clock()).isInstanceOf(VirtualClock.class);
            return done();
        }

        @Test
        @TestLoop(TestLoop.RealTime.class)
        @Coroutine
        Async<Void> orNot() {
            await(sleep(Duration.ZERO));
            assertThat(EventLoop.current().options().clock()).isSameAs(LoopClock.system());
            return done();
        }
    }

    @TestLoop(TestLoop.RealTime.class)
    static class InRealTime {

        @Test
        @Coroutine
        Async<Void> asTheClassSays() {
            await(sleep(Duration.ZERO));
            assertThat(EventLoop.current().options().clock()).isSameAs(LoopClock.system());
            return done();
        }

        @Nested
        class Inner {

            @Test
            @Coroutine
            Async<Void> asTheOuterClassSays() {
                await(sleep(Duration.ZERO));
                assertThat(EventLoop.current().options().clock()).isSameAs(LoopClock.system());
                return done();
            }
        }
    }
}
