package dev.reprise.benchmarks.arena;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The implementations of a workload that are on the class path and that this JDK can run. */
final class Entrants {

    private Entrants() {}

    /** Whose they are. */
    static List<String> peers(Class<? extends Entrant> work) {
        return providers(work).map(provider -> peer(provider).value()).toList();
    }

    static <T extends Entrant> T load(Class<T> work, String peer) {
        return providers(work)
                .filter(provider -> peer(provider).value().equals(peer))
                .findFirst()
                .map(provider -> work.cast(provider.get()))
                .orElseThrow(() -> new IllegalArgumentException(
                        "no " + peer + " on the class path for " + work.getName() + ", only " + peers(work)));
    }

    private static Stream<ServiceLoader.Provider<Entrant>> providers(Class<? extends Entrant> work) {
        int release = Runtime.version().feature();
        return ServiceLoader.load(Entrant.class).stream()
                .filter(provider -> work.isAssignableFrom(provider.type()))
                .filter(provider -> peer(provider).since() <= release);
    }

    private static Peer peer(ServiceLoader.Provider<Entrant> provider) {
        return provider.type().getAnnotation(Peer.class);
    }
}
