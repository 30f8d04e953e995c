package dev.reprise.io;

import javax.net.ssl.SSLException;

/**
 * The other side of a TLS connection has closed it without saying so in TLS, or somebody in between has: what was received may be
 * only a part of what was sent. All of that has been read when this is raised.
 */
public final class TlsTruncatedException extends SSLException {

    private static final long serialVersionUID = 1L;

    /** @param link for the message */
    TlsTruncatedException(String link) {
        super("the stream over " + link
                + " ended without the close_notify of TLS: the end of what was sent may be missing");
    }
}
