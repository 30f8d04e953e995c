package dev.reprise.benchmarks.arena.eaasync;

import java.util.concurrent.CompletableFuture;

/** A future that a callback of the loop completes. */
final class Signal extends CompletableFuture<Void> implements Runnable {

    @Override
    public void run() {
        complete(null);
    }
}
