package dev.reprise.io;

import java.net.SocketAddress;
import java.net.SocketOption;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How {@link Net#connect(String, int, ConnectOptions)} connects. Immutable: each method gives a copy with one thing changed.
 */
public final class ConnectOptions {

    private static final Duration ATTEMPT_DELAY = Duration.ofMillis(250);

    private static final ConnectOptions DEFAULTS =
            new ConnectOptions(null, ATTEMPT_DELAY, null, SocketSettings.NONE, null);

    private final @Nullable Duration timeout;
    private final Duration attemptDelay;
    private final @Nullable SocketAddress local;
    private final SocketSettings settings;
    private final @Nullable TlsOptions tls;

    private ConnectOptions(
            @Nullable Duration timeout,
            Duration attemptDelay,
            @Nullable SocketAddress local,
            SocketSettings settings,
            @Nullable TlsOptions tls) {
        this.timeout = timeout;
        this.attemptDelay = attemptDelay;
        this.local = local;
        this.settings = settings;
        this.tls = tls;
    }

    /** As long as it takes, the next address after 250 ms, from any port. */
    public static ConnectOptions defaults() {
        return DEFAULTS;
    }

    /**
     * With a limit for the whole, the look-up of the name included, after which connecting fails with {@link
     * java.net.SocketTimeoutException}.
     *
     * @param limit null for as long as the operating system tries
     */
    public ConnectOptions timeout(@Nullable Duration limit) {
        return new ConnectOptions(limit, attemptDelay, local, settings, tls);
    }

    /** With another time after which the next address of a host is tried while the ones before it have not answered. */
    public ConnectOptions attemptDelay(Duration delay) {
        return new ConnectOptions(timeout, Objects.requireNonNull(delay, "delay"), local, settings, tls);
    }

    /** From an address of this machine, with port 0 for any that is free. */
    public ConnectOptions from(SocketAddress own) {
        return new ConnectOptions(timeout, attemptDelay, Objects.requireNonNull(own, "own"), settings, tls);
    }

    /** With a socket option, set before connecting. */
    public <T extends @Nullable Object> ConnectOptions option(SocketOption<T> name, T value) {
        return new ConnectOptions(timeout, attemptDelay, local, settings.with(name, value), tls);
    }

    /** With TLS; see {@link Net#connectTls(String, int)}. The limit for the whole is one for the handshake, too. */
    public ConnectOptions tls(TlsOptions options) {
        return new ConnectOptions(timeout, attemptDelay, local, settings, Objects.requireNonNull(options, "options"));
    }

    @Nullable Duration timeout() {
        return timeout;
    }

    Duration attemptDelay() {
        return attemptDelay;
    }

    @Nullable SocketAddress local() {
        return local;
    }

    @Nullable TlsOptions tls() {
        return tls;
    }

    SocketSettings settings() {
        return settings;
    }
}
