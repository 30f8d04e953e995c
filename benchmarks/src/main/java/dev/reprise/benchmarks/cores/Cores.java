package dev.reprise.benchmarks.cores;

import java.util.concurrent.Future;

/** What sessions and the handlers of their requests run on. */
interface Cores extends AutoCloseable {

    /** Starts a session, for each of whose requests a handler is started. */
    Future<?> start(Session session);

    @Override
    void close();
}
