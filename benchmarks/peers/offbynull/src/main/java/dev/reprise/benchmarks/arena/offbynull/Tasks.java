package dev.reprise.benchmarks.arena.offbynull;

import com.offbynull.coroutines.user.Continuation;
import dev.reprise.benchmarks.arena.Night;
import dev.reprise.benchmarks.arena.OnHandLoop;
import dev.reprise.benchmarks.arena.Outcome;
import dev.reprise.benchmarks.arena.Peer;

/** A coroutine for each task. */
@Peer("offbynull")
public final class Tasks extends OnHandLoop {

    @Override
    protected Runnable turner(int turns, int depth, Sum sum) {
        return Runner.of(new Runner.Body() {
            @Override
            public void run(Continuation c) {
                sum.value = nested(c, depth);
            }

            private int nested(Continuation c, int level) {
                if (level > 1) {
                    return nested(c, level - 1) + 0;
                }
                int count = 0;
                for (int i = 0; i < turns; i++) {
                    loop.add(me);
                    c.suspend();
                    count++;
                }
                return count;
            }
        });
    }

    @Override
    protected Runnable spawner(int tasks, Sum sum) {
        return Runner.of(new Runner.Body() {
            @Override
            public void run(Continuation c) {
                Outcome[] outcomes = new Outcome[tasks];
                for (int i = 0; i < tasks; i++) {
                    outcomes[i] = new Outcome(loop);
                    loop.add(task(i, outcomes[i]));
                }
                long total = 0;
                for (Outcome outcome : outcomes) {
                    Integer result = outcome.poll(me);
                    while (result == null) {
                        c.suspend();
                        result = outcome.poll(me);
                    }
                    total += result;
                }
                sum.value = total;
            }
        });
    }

    private static Runner task(int number, Outcome outcome) {
        return Runner.of(new Runner.Body() {
            @Override
            public void run(Continuation c) {
                outcome.complete(number);
            }
        });
    }

    @Override
    protected Runnable ping(Game game, Sum sum) {
        return Runner.of(new Player() {
            @Override
            public void run(Continuation c) {
                for (int i = 0; i < game.rounds; i++) {
                    put(c, game.there, i);
                    sum.value += take(c, game.back);
                }
            }
        });
    }

    @Override
    protected Runnable pong(Game game) {
        return Runner.of(new Player() {
            @Override
            public void run(Continuation c) {
                for (int i = 0; i < game.rounds; i++) {
                    put(c, game.back, take(c, game.there));
                }
            }
        });
    }

    @Override
    protected Runnable sleeper(int number, Night night) {
        return Runner.of(new Runner.Body() {
            @Override
            public void run(Continuation c) {
                loop.addLater(night.bedtime(number), me);
                c.suspend();
                night.woken(number);
            }
        });
    }
}
