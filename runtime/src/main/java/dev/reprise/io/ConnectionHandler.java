package dev.reprise.io;

import dev.reprise.Awaitable;

/** What a server does with a client: usually a reference to a coroutine method. */
@FunctionalInterface
public interface ConnectionHandler {

    /**
     * Gives the coroutine that serves a client; it runs as a task of its own. The connection is closed when it has ended.
     */
    Awaitable<?> handle(Connection connection) throws Exception;
}
