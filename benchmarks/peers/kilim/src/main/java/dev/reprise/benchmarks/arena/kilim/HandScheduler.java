package dev.reprise.benchmarks.arena.kilim;

import dev.reprise.benchmarks.arena.HandLoop;
import kilim.Scheduler;
import kilim.Task;
import kilim.timerservice.Timer;

/** Has {@link HandLoop} run the tasks: Kilim's own schedulers go through an executor and a timer service at each turn. */
final class HandScheduler extends Scheduler {

    final HandLoop loop = new HandLoop();

    HandScheduler() {
        // where tasks run that tasks make
        Scheduler.setDefaultScheduler(this);
    }

    /** Runs a task, and all that it starts, to the end. */
    <T extends Task<?>> T run(T task) {
        task.start();
        loop.runReady();
        if (!task.isDone()) {
            throw new AssertionError("nothing is left to do, but " + task + " has not ended");
        }
        Object result = task.joinb().result;
        if (result instanceof Throwable) {
            throw new AssertionError((Throwable) result);
        }
        return task;
    }

    @Override
    public void schedule(int thread, Task task) {
        loop.add(task);
    }

    @Override
    public void scheduleTimer(Timer timer) {
        throw new UnsupportedOperationException("timers are alarms of the loop");
    }

    @Override
    public boolean isEmptyish() {
        return false;
    }

    @Override
    public int numThreads() {
        return 1;
    }

    @Override
    public void idledown() {
        loop.run();
    }
}
