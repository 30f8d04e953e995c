package scopes;

import static dev.reprise.Async.*;
import static dev.reprise.it.program.Turns.turn;

import dev.reprise.Async;
import dev.reprise.CancelScope;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.LoopOptions;
import dev.reprise.Retry;
import dev.reprise.TaskGroup;
import dev.reprise.Timeout;
import dev.reprise.testing.VirtualClock;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.Callable;

// plain: no, work is done on other threads
/** What a lambda throws is declared by whatever takes it, and is caught around the await as that very exception. */
class WhatLambdasThrow {
    static int attempts;

    @Coroutine
    static Async<String> read(String name) throws IOException {
        await(turn());
        attempts++;
        throw new FileNotFoundException(name);
    }

    @Coroutine
    static Async<String> resolve(String name) throws UnknownHostException {
        throw new UnknownHostException(name);
    }

    static String blocking(String name) throws InterruptedException {
        throw new InterruptedException(name);
    }

    @Coroutine
    static Async<String> each() throws Exception {
        String seen = "";
        try {
            await(retry(Retry.attempts(3), () -> read("retried")));
        } catch (IOException e) {
            seen += e.getMessage() + attempts + " ";
        }
        try {
            await(toThread(() -> blocking("thread")));
        } catch (InterruptedException e) {
            seen += e.getMessage() + " ";
        }
        try {
            await(EventLoop.current().runInExecutor(() -> blocking("executor")));
        } catch (InterruptedException e) {
            seen += e.getMessage() + " ";
        }
        try {
            await(TaskGroup.run(group -> {
                await(turn());
                return read("group");
            }));
        } catch (IOException e) {
            seen += e.getMessage() + " ";
        }
        try {
            await(TaskGroup.runSupervisor(group -> resolve("supervisor")));
        } catch (UnknownHostException e) {
            seen += e.getMessage() + " ";
        }
        try {
            await(CancelScope.create().run(() -> read("scope")));
        } catch (IOException e) {
            seen += e.getMessage() + " ";
        }
        try {
            await(Timeout.run(Duration.ofSeconds(1), limit -> {
                String first = await(Timeout.run(Duration.ofSeconds(2), inner -> resolve("timeout")));
                return read(first);
            }));
        } catch (UnknownHostException e) {
            seen += e.getMessage() + " ";
        }
        Callable<String> atHand = () -> blocking("at hand");
        try {
            await(toThread(atHand::call));
        } catch (InterruptedException e) {
            seen += e.getMessage() + " ";
        }
        int harmless = await(toThread(() -> 42));
        return of(seen + harmless);
    }

    public static void main(String[] args) throws Exception {
        System.out.println(EventLoop.run(LoopOptions.defaults().clock(new VirtualClock()), each()));
    }
}
// expect: retried3 thread executor group supervisor scope timeout at hand 42
