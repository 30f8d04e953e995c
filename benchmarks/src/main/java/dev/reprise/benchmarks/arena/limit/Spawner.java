package dev.reprise.benchmarks.arena.limit;

import dev.reprise.benchmarks.arena.HandLoop;
import dev.reprise.benchmarks.arena.OnHandLoop.Sum;
import dev.reprise.benchmarks.arena.Outcome;

/** Makes tasks that keep their result, and adds up the results. */
final class Spawner implements Runnable {

    private final HandLoop loop;
    private final Task[] tasks;
    private final Sum result;
    private int made;
    private int awaited;
    private long sum;

    Spawner(HandLoop loop, int tasks, Sum result) {
        this.loop = loop;
        this.tasks = new Task[tasks];
        this.result = result;
    }

    @Override
    public void run() {
        for (; made < tasks.length; made++) {
            Task task = new Task(loop, made);
            tasks[made] = task;
            loop.add(task);
        }
        for (; awaited < tasks.length; awaited++) {
            Integer number = tasks[awaited].poll(this);
            if (number == null) {
                return;
            }
            sum += number;
        }
        result.value = sum;
    }

    private static final class Task extends Outcome implements Runnable {

        private final int number;

        Task(HandLoop loop, int number) {
            super(loop);
            this.number = number;
        }

        @Override
        public void run() {
            complete(number);
        }
    }
}
