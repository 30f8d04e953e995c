package dev.reprise.io;

import dev.reprise.Async;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;

/** Where connections and servers come from. */
public final class Net {

    private Net() {}

    /**
     * Connects to a host. Its addresses are looked up by the loop's {@linkplain dev.reprise.LoopOptions#resolver resolver}
     * on a worker thread and tried in turn.
     *
     * <p>Fails with {@link java.net.UnknownHostException} or, if no address can be connected to, with the {@link
     * IOException} of the first one and those of the others as suppressed. Cancelled, it leaves no socket behind.
     */
    public static Async<Connection> connect(String host, int port) throws IOException {
        return new Connect(host, port, List.of());
    }

    /** Connects to an address; one that is not resolved yet is looked up as a host. */
    public static Async<Connection> connect(InetSocketAddress address) throws IOException {
        InetAddress resolved = address.getAddress();
        return new Connect(
                address.getHostString(), address.getPort(), resolved == null ? List.of() : List.of(resolved));
    }

    /**
     * Listens on a port of every local address.
     *
     * @param port 0 for any that is free
     * @param handler serves each client, in a task of its own
     * @throws IOException if the port is taken or may not be used
     * @throws IllegalStateException outside of a running loop
     */
    public static Server listen(int port, ConnectionHandler handler) throws IOException {
        return listen(new InetSocketAddress(port), handler);
    }

    /** Listens on an address, as {@link #listen(int, ConnectionHandler)} does. */
    public static Server listen(InetSocketAddress address, ConnectionHandler handler) throws IOException {
        return Server.open(address, handler);
    }
}
