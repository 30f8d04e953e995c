package dev.reprise.io;

import java.security.cert.Certificate;
import java.util.List;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import org.jspecify.annotations.Nullable;

/**
 * What the two sides of a TLS connection have agreed on.
 *
 * @param applicationProtocol the one chosen by ALPN, {@code h2} for instance; null if none was asked for or offered
 * @param session that of the JDK, for what is not here: a {@link javax.net.ssl.ExtendedSSLSession}
 */
public record TlsSession(@Nullable String applicationProtocol, SSLSession session) {

    /** The version: {@code TLSv1.3} or {@code TLSv1.2}. */
    public String protocol() {
        return session.getProtocol();
    }

    /** The cipher suite, in the names of the JDK: {@code TLS_AES_256_GCM_SHA384} for instance. */
    public String cipherSuite() {
        return session.getCipherSuite();
    }

    /** The certificates of the other side, its own first; empty for a client that has shown none. */
    public List<Certificate> peerCertificates() {
        try {
            return List.of(session.getPeerCertificates());
        } catch (SSLPeerUnverifiedException e) {
            return List.of();
        }
    }
}
