package dev.reprise.io;

import java.io.IOException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/**
 * How TLS is spoken, as a client or as a server. Immutable: each method gives a copy with one thing changed.
 */
public final class TlsOptions {

    private static final Duration HANDSHAKE = Duration.ofSeconds(60);
    private static final Duration SHUTDOWN = Duration.ofSeconds(30);

    private static final TlsOptions DEFAULTS = new TlsOptions(null, null, true, parameters -> {}, HANDSHAKE, SHUTDOWN);

    private final @Nullable SSLContext context;
    private final @Nullable String hostName;
    private final boolean verifiesHost;
    private final Consumer<SSLParameters> adjustment;
    private final Duration handshakeTimeout;
    private final Duration shutdownTimeout;

    private TlsOptions(
            @Nullable SSLContext context,
            @Nullable String hostName,
            boolean verifiesHost,
            Consumer<SSLParameters> adjustment,
            Duration handshakeTimeout,
            Duration shutdownTimeout) {
        this.context = context;
        this.hostName = hostName;
        this.verifiesHost = verifiesHost;
        this.adjustment = adjustment;
        this.handshakeTimeout = handshakeTimeout;
        this.shutdownTimeout = shutdownTimeout;
    }

    /**
     * For clients that trust whom the JDK trusts and verify the host's name; TLS 1.3 or 1.2; 60 seconds for the handshake and 30
     * for the end. A server needs a {@linkplain #context(SSLContext) context} with its certificate.
     */
    public static TlsOptions defaults() {
        return DEFAULTS;
    }

    /** With other certificates and others to trust than {@link SSLContext#getDefault()}, which only clients use unasked. */
    public TlsOptions context(SSLContext other) {
        return new TlsOptions(
                Objects.requireNonNull(other, "other"),
                hostName,
                verifiesHost,
                adjustment,
                handshakeTimeout,
                shutdownTimeout);
    }

    /**
     * For clients: with another name of the server than that of the host that is connected to. The client says this name (SNI),
     * unless it is an address, and the server's certificate must be for it. Needed where no host is known: for a
     * Unix-domain socket, and for {@link Connection#startTls}.
     */
    public TlsOptions hostName(String name) {
        if (name.isEmpty()) {
            throw new IllegalArgumentException("hostName(\"\"): no certificate is for an empty name");
        }
        return new TlsOptions(context, name, verifiesHost, adjustment, handshakeTimeout, shutdownTimeout);
    }

    /**
     * For clients: whether the certificate must be for the server's name. Without that, anybody with a certificate for
     * anything can pretend to be the server.
     */
    public TlsOptions verifyHostName(boolean verify) {
        return new TlsOptions(context, hostName, verify, adjustment, handshakeTimeout, shutdownTimeout);
    }

    /**
     * With protocols to choose from for what is spoken inside of TLS (ALPN); the choice is the server's. If a server has
     * protocols and the client asks for others only, the handshake fails.
     *
     * @param names most wanted first, {@code "h2", "http/1.1"} for instance
     */
    public TlsOptions applicationProtocols(String... names) {
        String[] own = names.clone();
        for (String name : own) {
            if (name == null || name.isEmpty()) {
                throw new IllegalArgumentException("applicationProtocols(" + String.join(", ", own)
                        + "): each protocol has a name, \"http/1.1\" for instance");
            }
        }
        return parameters(parameters -> parameters.setApplicationProtocols(own));
    }

    /** For servers: asks clients for a certificate, and takes those that have none, too. */
    public TlsOptions wantClientCertificate() {
        return parameters(parameters -> parameters.setWantClientAuth(true));
    }

    /** For servers: asks clients for a certificate, and refuses those that have none. */
    public TlsOptions needClientCertificate() {
        return parameters(parameters -> parameters.setNeedClientAuth(true));
    }

    /**
     * With a change to the JDK's parameters of each connection, after the changes before: cipher suites, protocol versions, server
     * names.
     *
     * @param change called on a worker thread
     */
    public TlsOptions parameters(Consumer<SSLParameters> change) {
        return new TlsOptions(
                context,
                hostName,
                verifiesHost,
                adjustment.andThen(Objects.requireNonNull(change, "change")),
                handshakeTimeout,
                shutdownTimeout);
    }

    /** With another limit for the handshake, after which it fails with {@link java.net.SocketTimeoutException}. */
    public TlsOptions handshakeTimeout(Duration limit) {
        return new TlsOptions(
                context, hostName, verifiesHost, adjustment, Objects.requireNonNull(limit, "limit"), shutdownTimeout);
    }

    /**
     * With another time for which {@link Connection#close()}, when everything has been sent, waits for the other side to close,
     * too. Closed before, a connection may lose what the other side has not read yet.
     */
    public TlsOptions shutdownTimeout(Duration limit) {
        return new TlsOptions(
                context, hostName, verifiesHost, adjustment, handshakeTimeout, Objects.requireNonNull(limit, "limit"));
    }

    /** With a name for the server unless one was chosen. */
    TlsOptions host(String name) {
        return hostName == null ? hostName(name) : this;
    }

    Duration handshakeTimeout() {
        return handshakeTimeout;
    }

    Duration shutdownTimeout() {
        return shutdownTimeout;
    }

    void checkForClient() {
        if (hostName == null && verifiesHost) {
            throw new IllegalArgumentException("TLS needs the name that the server's certificate must be for:"
                    + " TlsOptions.hostName(name), or verifyHostName(false) to take any");
        }
    }

    void checkForServer() {
        if (context == null) {
            throw new IllegalArgumentException("a TLS server needs the SSLContext that has its certificate and key:"
                    + " TlsOptions.context(context)");
        }
    }

    /** An engine whose handshake has begun; takes its time. */
    SSLEngine clientEngine(int port) throws IOException, NoSuchAlgorithmException {
        SSLContext chosen = context == null ? SSLContext.getDefault() : context;
        SSLEngine engine =
                hostName == null ? chosen.createSSLEngine() : chosen.createSSLEngine(withoutDot(hostName), port);
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        if (verifiesHost) {
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
        }
        return begun(engine, parameters);
    }

    /** An engine whose handshake has begun; takes its time. */
    SSLEngine serverEngine() throws IOException, NoSuchAlgorithmException {
        SSLContext chosen = context == null ? SSLContext.getDefault() : context;
        SSLEngine engine = chosen.createSSLEngine();
        engine.setUseClientMode(false);
        return begun(engine, engine.getSSLParameters());
    }

    private SSLEngine begun(SSLEngine engine, SSLParameters parameters) throws IOException {
        adjustment.accept(parameters);
        engine.setSSLParameters(parameters);
        engine.beginHandshake();
        return engine;
    }

    /** A name may end with the dot of the DNS root; no certificate does. */
    private static String withoutDot(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
