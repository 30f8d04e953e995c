/** Coroutines on the event loops of Netty. */
module dev.reprise.netty {
    requires transitive dev.reprise;
    requires transitive io.netty.common;
    requires transitive io.netty.transport;
    requires static org.jspecify;

    exports dev.reprise.netty;
}
