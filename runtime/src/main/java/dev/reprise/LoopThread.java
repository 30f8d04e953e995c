package dev.reprise;

import org.jspecify.annotations.Nullable;

/** A loop of a {@link LoopGroup} and the thread that runs it until the group is closed. */
final class LoopThread {

    private final EventLoop loop;
    private final Thread thread;
    private volatile boolean closing;

    /** What ended the loop. Written by its thread, read after that has ended. */
    private @Nullable Throwable failure;

    private LoopThread(String name, LoopOptions options) {
        loop = EventLoop.open(options);
        thread = new Thread(this::run, name);
        loop.handOver(thread);
    }

    static LoopThread start(String name, LoopOptions options) {
        LoopThread started = new LoopThread(name, options);
        started.thread.start();
        return started;
    }

    EventLoop loop() {
        return loop;
    }

    private void run() {
        try (EventLoop closed = loop) {
            while (!closing) {
                closed.runForever();
                // whoever interrupts the thread or stops the loop does not end it: the group does
                Thread.interrupted();
            }
        } catch (Throwable broken) {
            failure = broken;
        }
    }

    /** Ends the loop and waits for that. A thread that is interrupted meanwhile waits on. */
    void close() {
        closing = true;
        if (!loop.isClosed()) {
            stop();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void stop() {
        loop.core().inbox().post(loop::stop);
    }

    /** What broke the loop, or came out of closing it; null if nothing did. After {@link #close()}. */
    @Nullable Throwable failure() {
        return failure;
    }
}
