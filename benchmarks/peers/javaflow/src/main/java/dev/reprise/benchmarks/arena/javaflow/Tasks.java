package dev.reprise.benchmarks.arena.javaflow;

import dev.reprise.benchmarks.arena.Night;
import dev.reprise.benchmarks.arena.OnHandLoop;
import dev.reprise.benchmarks.arena.Outcome;
import dev.reprise.benchmarks.arena.Peer;
import org.apache.commons.javaflow.api.Continuation;
import org.apache.commons.javaflow.api.continuable;

/** A continuation for each task. */
@Peer("javaflow")
public final class Tasks extends OnHandLoop {

    @Override
    protected Runnable turner(int turns, int depth, Sum sum) {
        return Flow.of(new Flow.Body() {
            @Override
            public @continuable void run() {
                sum.value = nested(depth);
            }

            private @continuable int nested(int level) {
                if (level > 1) {
                    return nested(level - 1) + 0;
                }
                int count = 0;
                for (int i = 0; i < turns; i++) {
                    loop.add(me);
                    Continuation.suspend();
                    count++;
                }
                return count;
            }
        });
    }

    @Override
    protected Runnable spawner(int tasks, Sum sum) {
        return Flow.of(new Flow.Body() {
            @Override
            public @continuable void run() {
                Outcome[] outcomes = new Outcome[tasks];
                for (int i = 0; i < tasks; i++) {
                    outcomes[i] = new Outcome(loop);
                    loop.add(task(i, outcomes[i]));
                }
                long total = 0;
                for (Outcome outcome : outcomes) {
                    Integer result = outcome.poll(me);
                    while (result == null) {
                        Continuation.suspend();
                        result = outcome.poll(me);
                    }
                    total += result;
                }
                sum.value = total;
            }
        });
    }

    private static Flow task(int number, Outcome outcome) {
        return Flow.of(new Flow.Body() {
            @Override
            public @continuable void run() {
                outcome.complete(number);
            }
        });
    }

    @Override
    protected Runnable ping(Game game, Sum sum) {
        return Flow.of(new Player() {
            @Override
            public @continuable void run() {
                for (int i = 0; i < game.rounds; i++) {
                    put(game.there, i);
                    sum.value += take(game.back);
                }
            }
        });
    }

    @Override
    protected Runnable pong(Game game) {
        return Flow.of(new Player() {
            @Override
            public @continuable void run() {
                for (int i = 0; i < game.rounds; i++) {
                    put(game.back, take(game.there));
                }
            }
        });
    }

    @Override
    protected Runnable sleeper(int number, Night night) {
        return Flow.of(new Flow.Body() {
            @Override
            public @continuable void run() {
                loop.addLater(night.bedtime(number), me);
                Continuation.suspend();
                night.woken(number);
            }
        });
    }
}
