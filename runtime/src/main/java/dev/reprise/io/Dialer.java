package dev.reprise.io;

import dev.reprise.Async;
import java.net.SocketAddress;

/** Connects to one address. */
interface Dialer {

    /** A coroutine that gives a connection, or fails and leaves no socket behind. */
    Async<Connection> dial(SocketAddress address);
}
