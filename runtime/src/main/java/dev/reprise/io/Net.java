package dev.reprise.io;

import dev.reprise.Async;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Where connections and servers come from. */
public final class Net {

    private Net() {}

    /** Connects to a host, with the {@linkplain ConnectOptions#defaults() usual options}. */
    public static Async<Connection> connect(String host, int port) throws IOException {
        return connect(host, port, ConnectOptions.defaults());
    }

    /**
     * Connects to a host. Its addresses are looked up by the loop's {@linkplain dev.reprise.LoopOptions#resolver resolver} on a
     * worker thread. If there are several, IPv6 and IPv4 are tried in turns, beginning with the first one of the resolver;
     * the next one when the one before has failed or has not answered for the {@linkplain ConnectOptions#attemptDelay attempt
     * delay}. The first that answers is kept (RFC 8305, "happy eyeballs").
     *
     * <p>Fails with {@link java.net.UnknownHostException}; if no address can be connected to, with the {@link
     * IOException} of the first one and those of the others as suppressed; with {@link java.net.SocketTimeoutException} if
     * there is a time limit. Failed or cancelled, it leaves no socket behind.
     */
    public static Async<Connection> connect(String host, int port, ConnectOptions options) throws IOException {
        if (host.isEmpty()) {
            throw new IllegalArgumentException(
                    "connect(\"\", " + port + ") names no host: for this machine say \"localhost\"");
        }
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException(
                    "connect(\"" + host + "\", " + port + "): a port that somebody listens on is from 1 to 65535");
        }
        Async<Connection> connect = new Connect(host, port, options.attemptDelay(), to -> new Dial(to, options));
        return limited(options, withTls(connect, options, host), host + ":" + port);
    }

    /** Connects to an address, with the {@linkplain ConnectOptions#defaults() usual options}. */
    public static Async<Connection> connect(SocketAddress address) throws IOException {
        return connect(address, ConnectOptions.defaults());
    }

    /**
     * Connects to an address.
     *
     * @param address an {@link InetSocketAddress} – one that is not resolved yet is {@linkplain #connect(String, int,
     *     ConnectOptions) looked up as a host} – or a {@link java.net.UnixDomainSocketAddress}
     */
    public static Async<Connection> connect(SocketAddress address, ConnectOptions options) throws IOException {
        if (address instanceof InetSocketAddress named && named.isUnresolved()) {
            return connect(named.getHostString(), named.getPort(), options);
        }
        if (!(address instanceof InetSocketAddress) && !(address instanceof UnixDomainSocketAddress)) {
            throw unknown(address);
        }
        String host = address instanceof InetSocketAddress internet ? internet.getHostString() : null;
        return limited(options, withTls(new Dial(address, options), options, host), address.toString());
    }

    /**
     * Connects to a host and speaks TLS, with the {@linkplain ConnectOptions#defaults() usual options} for both; the others
     * are for {@link ConnectOptions#tls}. The engine is the JDK's.
     *
     * <p>Fails as {@link #connect(String, int, ConnectOptions)} does, and with {@link javax.net.ssl.SSLException} if the handshake fails:
     * the certificate is not trusted, or for another host, for instance. Failed or cancelled, it leaves no socket behind.
     */
    public static Async<Connection> connectTls(String host, int port) throws IOException {
        return connect(host, port, ConnectOptions.defaults().tls(TlsOptions.defaults()));
    }

    /** Connects to a host and speaks TLS; see {@link #connectTls(String, int)}. */
    public static Async<Connection> connectTls(String host, int port, TlsOptions tls) throws IOException {
        return connect(host, port, ConnectOptions.defaults().tls(tls));
    }

    private static Async<Connection> withTls(Async<Connection> connect, ConnectOptions options, @Nullable String host) {
        TlsOptions tls = options.tls();
        if (tls == null) {
            return connect;
        }
        TlsOptions named = host == null ? tls : tls.host(host);
        named.checkForClient();
        return new ConnectTls(connect, named);
    }

    static void checkResolved(String failing, InetSocketAddress address) {
        if (address.isUnresolved()) {
            throw new IllegalArgumentException(failing + address
                    + ", of which the address is not known: new InetSocketAddress(host, port) looks it up");
        }
    }

    private static IllegalArgumentException unknown(SocketAddress address) {
        return new IllegalArgumentException(Objects.requireNonNull(address, "address")
                + " is neither an InetSocketAddress nor a UnixDomainSocketAddress");
    }

    private static Async<Connection> limited(ConnectOptions options, Async<Connection> connect, String target) {
        Duration limit = options.timeout();
        return limit == null ? connect : new LimitedConnect(limit, connect, target);
    }

    /**
     * Listens on a port of every local address, with the {@linkplain ListenOptions#defaults() usual options}.
     *
     * @param port 0 for any that is free
     * @param handler serves each client, in a task of its own
     * @throws IOException if the port is taken or may not be used
     * @throws IllegalStateException outside of a running loop
     */
    public static Server listen(int port, ConnectionHandler handler) throws IOException {
        return listen(new InetSocketAddress(port), handler);
    }

    /** Listens on an address, with the {@linkplain ListenOptions#defaults() usual options}. */
    public static Server listen(SocketAddress address, ConnectionHandler handler) throws IOException {
        return listen(address, ListenOptions.defaults(), handler);
    }

    /**
     * Listens on an address, as {@link #listen(int, ConnectionHandler)} does.
     *
     * @param address an {@link InetSocketAddress} or a {@link java.net.UnixDomainSocketAddress}, of which the file must not
     *     exist; it is deleted when the server is closed
     */
    public static Server listen(SocketAddress address, ListenOptions options, ConnectionHandler handler)
            throws IOException {
        Objects.requireNonNull(handler, "handler");
        if (address instanceof InetSocketAddress internet) {
            checkResolved("cannot listen on ", internet);
        } else if (!(address instanceof UnixDomainSocketAddress)) {
            throw unknown(address);
        }
        TlsOptions tls = options.tls();
        if (tls == null) {
            return Server.open(address, options, handler);
        }
        tls.checkForServer();
        return Server.open(address, options, TlsHandler.of(tls, handler));
    }

    /**
     * Listens on an address and speaks TLS with each client, before the handler is given the connection. A client whose handshake
     * fails is closed, and the loop's exception handler is told. Other options are for {@link ListenOptions#tls}.
     *
     * @param tls with a {@linkplain TlsOptions#context(javax.net.ssl.SSLContext) context}
     */
    public static Server listenTls(SocketAddress address, TlsOptions tls, ConnectionHandler handler)
            throws IOException {
        return listen(address, ListenOptions.defaults().tls(tls), handler);
    }

    /**
     * Opens a UDP socket that receives from everybody.
     *
     * @param local own address, with port 0 for any that is free
     * @throws IOException if the port is taken or may not be used
     * @throws IllegalStateException outside of a running loop
     */
    public static DatagramEndpoint datagrams(InetSocketAddress local) throws IOException {
        return DatagramEndpoint.open(local, null);
    }

    /**
     * Opens a UDP socket that sends to one address and receives from there only. Where that has nobody who receives, sending and
     * receiving may fail with {@link java.net.PortUnreachableException}.
     *
     * @param local own address, with port 0 for any that is free
     * @param remote resolved
     * @throws IOException if the port is taken or may not be used
     * @throws IllegalStateException outside of a running loop
     */
    public static DatagramEndpoint datagrams(InetSocketAddress local, InetSocketAddress remote) throws IOException {
        return DatagramEndpoint.open(local, remote);
    }
}
