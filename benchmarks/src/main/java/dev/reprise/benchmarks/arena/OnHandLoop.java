package dev.reprise.benchmarks.arena;

/** The work of tasks on a {@link HandLoop}. A peer that brings no loop adds the tasks, as callbacks that resume them. */
public abstract class OnHandLoop implements LoopTurn.Work, Spawn.Work, PingPong.Work, Night.Work {

    protected final HandLoop loop = new HandLoop();

    /** Gives way {@code turns} times at the bottom of {@code depth} calls, and sets the sum to how often it was resumed. */
    protected abstract Runnable turner(int turns, int depth, Sum sum);

    /** Makes {@code tasks} tasks that complete an {@link Outcome} each with their number, then awaits all and adds up. */
    protected abstract Runnable spawner(int tasks, Sum sum);

    /** Sends numbers and adds up what comes back. */
    protected abstract Runnable ping(Game game, Sum sum);

    /** Sends back what comes. */
    protected abstract Runnable pong(Game game);

    /** Sleeps for as long as {@code night} says, and tells that it has woken. */
    protected abstract Runnable sleeper(int number, Night night);

    /** Where a task leaves its result. */
    public static final class Sum {
        public long value;
    }

    /** What two players share. */
    public static final class Game {

        public final int rounds;
        public final Cell there;
        public final Cell back;

        Game(int rounds, HandLoop loop) {
            this.rounds = rounds;
            there = new Cell(loop);
            back = new Cell(loop);
        }
    }

    @Override
    public final int turns(int turns, int depth) {
        Sum sum = new Sum();
        loop.add(turner(turns, depth, sum));
        loop.runReady();
        return (int) sum.value;
    }

    @Override
    public final long spawn(int tasks) {
        Sum sum = new Sum();
        loop.add(spawner(tasks, sum));
        loop.runReady();
        return sum.value;
    }

    @Override
    public final long play(int rounds) {
        Game game = new Game(rounds, loop);
        Sum sum = new Sum();
        loop.add(ping(game, sum));
        loop.add(pong(game));
        loop.runReady();
        return sum.value;
    }

    @Override
    public final void sleep(int sleepers, Night night) {
        for (int i = 0; i < sleepers; i++) {
            loop.add(sleeper(i, night));
        }
        loop.runReady();
        night.allAsleep();
        loop.run();
    }
}
