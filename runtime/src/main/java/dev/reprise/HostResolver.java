package dev.reprise;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Turns host names into addresses. The loop's own is {@link #system()}; tests and examples map names to loopback. */
@FunctionalInterface
public interface HostResolver {

    /**
     * The addresses of a host, best first. May block: it is called on a worker thread, never on the loop's.
     *
     * @param host name or address literal
     * @return at least one address
     * @throws UnknownHostException if the name has no address
     */
    List<InetAddress> resolve(String host) throws UnknownHostException;

    /** The resolver of the JDK. */
    static HostResolver system() {
        return host -> List.of(InetAddress.getAllByName(host));
    }
}
