package dev.reprise.io;

import java.net.SocketOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Net#listen(java.net.SocketAddress, ListenOptions, ConnectionHandler)} listens. Immutable: each method gives a copy
 * with one thing changed.
 */
public final class ListenOptions {

    private static final int BACKLOG = 1024;

    private static final ListenOptions DEFAULTS =
            new ListenOptions(BACKLOG, Integer.MAX_VALUE, SocketSettings.NONE, SocketSettings.NONE, null);

    private final int backlog;
    private final int maxConnections;
    private final SocketSettings ownSettings;
    private final SocketSettings settings;
    private final @Nullable TlsOptions tls;

    private ListenOptions(
            int backlog,
            int maxConnections,
            SocketSettings ownSettings,
            SocketSettings settings,
            @Nullable TlsOptions tls) {
        this.backlog = backlog;
        this.maxConnections = maxConnections;
        this.ownSettings = ownSettings;
        this.settings = settings;
        this.tls = tls;
    }

    /** A backlog of 1024, any number of connections, {@code SO_REUSEADDR} and {@code TCP_NODELAY} on. */
    public static ListenOptions defaults() {
        return DEFAULTS;
    }

    /**
     * With another number of clients that may wait to be accepted; the operating system may have a lower limit of its own, and what
     * happens to those above it is up to it.
     *
     * @param most at least 1
     */
    public ListenOptions backlog(int most) {
        return new ListenOptions(positive("backlog", most), maxConnections, ownSettings, settings, tls);
    }

    /**
     * With a limit for the connections that are open at a time. While so many are, nobody is accepted: further clients wait in the
     * backlog.
     *
     * @param most at least 1
     */
    public ListenOptions maxConnections(int most) {
        return new ListenOptions(backlog, positive("maxConnections", most), ownSettings, settings, tls);
    }

    /** With an option of the socket that listens: {@link java.net.StandardSocketOptions#SO_REUSEPORT SO_REUSEPORT}, for instance. */
    public <T extends @Nullable Object> ListenOptions option(SocketOption<T> name, T value) {
        return new ListenOptions(backlog, maxConnections, ownSettings.with(name, value), settings, tls);
    }

    /** With an option of each client's socket. Listening fails if such a socket does not have it. */
    public <T extends @Nullable Object> ListenOptions clientOption(SocketOption<T> name, T value) {
        return new ListenOptions(backlog, maxConnections, ownSettings, settings.with(name, value), tls);
    }

    /** With TLS; see {@link Net#listenTls}. */
    public ListenOptions tls(TlsOptions options) {
        return new ListenOptions(
                backlog, maxConnections, ownSettings, settings, Objects.requireNonNull(options, "options"));
    }

    private static int positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + "(" + value + ") would let nobody in: 1 or more is needed");
        }
        return value;
    }

    int backlog() {
        return backlog;
    }

    int maxConnections() {
        return maxConnections;
    }

    @Nullable TlsOptions tls() {
        return tls;
    }

    SocketSettings ownSettings() {
        return ownSettings;
    }

    SocketSettings settings() {
        return settings;
    }
}
