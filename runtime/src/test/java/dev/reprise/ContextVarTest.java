package dev.reprise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class ContextVarTest extends VirtualLoop {

    private static final ContextVar<String> USER = ContextVar.named("user");
    private static final ContextVar<Integer> DEPTH = ContextVar.named("depth", 0);

    @Test
    void a121_aChildTaskBeginsWithACopy_laterChangesAreInvisibleToTheOtherSide() {
        Task<?>[] child = new Task<?>[1];
        loop.runUntilComplete(Script.of(nothing -> {
                    USER.set("ada");
                    child[0] = loop.createTask(Script.doing(() -> {
                                trail.add("child has " + USER.get());
                                USER.set("bob");
                            })
                            .then(nothing2 -> Async.sleep(seconds(2)))
                            .then(nothing2 -> {
                                trail.add("child keeps " + USER.get());
                                return Async.done();
                            }));
                    return Async.sleep(seconds(1));
                })
                .then(nothing -> {
                    trail.add("parent has " + USER.get());
                    USER.set("eve");
                    return child[0];
                })
                .then(nothing -> {
                    trail.add("parent keeps " + USER.get());
                    return Async.done();
                }));
        assertThat(trail).containsExactly("child has ada", "parent has ada", "child keeps bob", "parent keeps eve");
        assertThat(USER.orElse("nobody")).isEqualTo("nobody");
    }

    @Test
    void a122_whatACoroutineSetsThatIsAwaitedDirectly_theCallerSees() {
        loop.runUntilComplete(Script.of(nothing -> Script.doing(() -> USER.set("ada"))
                        .then(nothing2 -> Async.sleep(seconds(1)))
                        .then(nothing2 -> {
                            DEPTH.set(1);
                            return Async.done();
                        }))
                .then(nothing -> {
                    trail.add(USER.get() + DEPTH.get());
                    return Async.done();
                }));
        assertThat(trail).containsExactly("ada1");
    }

    @Test
    void aCallbackOfATaskOrPromiseHasTheValuesThatHeldWhereItWasAskedFor() {
        Promise<String> promise = loop.promise();
        loop.runUntilComplete(Script.of(nothing -> {
            USER.set("ada");
            promise.onDone(done -> trail.add("promise " + USER.get()));
            Task<String> task = loop.createTask(sleeper("nap", 1));
            task.onDone(done -> trail.add("task " + USER.get()));
            USER.set("bob");
            promise.complete("");
            return task;
        }));
        settle();
        assertThat(trail).contains("promise ada", "task ada");
    }

    @Test
    void a101_workOnAThreadSeesTheVariablesOfItsCaller() {
        Thread loopThread = Thread.currentThread();
        String seen = loop.runUntilComplete(Script.<String>of(nothing -> {
                    USER.set("ada");
                    return Async.toThread(() -> {
                        assertThat(Thread.currentThread()).isNotSameAs(loopThread);
                        String user = USER.get();
                        USER.set("worker");
                        return user;
                    });
                })
                .then((String user) -> Async.of(user + " " + USER.get())));
        assertThat(seen).isEqualTo("ada ada");
    }

    @Test
    void a101_whatTheWorkThrowsIsRaisedByTheAwait() {
        IOException failure = new IOException("disk");
        assertThatThrownBy(() -> loop.runUntilComplete(Async.toThread(() -> {
                    throw failure;
                })))
                .isSameAs(failure);
    }

    @Test
    void aCallbackRunsWithTheValuesOfWhereItWasScheduled_andChangesThemForItselfOnly() {
        loop.runUntilComplete(Script.of(nothing -> {
                    USER.set("ada");
                    loop.callLater(seconds(1), () -> {
                        trail.add(USER.get());
                        USER.set("callback");
                    });
                    USER.set("bob");
                    return Async.sleep(seconds(2));
                })
                .then(nothing -> {
                    trail.add(USER.get());
                    return Async.done();
                }));
        assertThat(trail).containsExactly("ada", "bob");
    }

    @Test
    void aBindingGivesTheOldValueBack() {
        onLoop(() -> {
            try (var outer = DEPTH.bind(1)) {
                try (var inner = DEPTH.bind(2)) {
                    USER.set("ada");
                    assertThat(DEPTH.get()).isEqualTo(2);
                }
                assertThat(DEPTH.get()).isEqualTo(1);
            }
            assertThat(DEPTH.orElse(-1)).isEqualTo(-1);
            assertThat(DEPTH.get()).isZero();
            assertThat(USER.get()).isEqualTo("ada");
        });
    }

    @Test
    void aVariableWithoutAValueIsAnError() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(USER::get)
                .withMessageContaining("context variable user has no value here");
    }

    @Test
    void nullIsAValue() {
        onLoop(() -> {
            USER.set(null);
            assertThat(USER.get()).isNull();
            assertThat(USER.orElse("other")).isNull();
        });
    }
}
