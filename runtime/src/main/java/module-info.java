/** Coroutines, tasks and the event loop that runs them. */
module dev.reprise {
    exports dev.reprise;
    exports dev.reprise.frame;
    exports dev.reprise.io;
    exports dev.reprise.sync;
    exports dev.reprise.testing;

    requires static org.jspecify;

    uses dev.reprise.Carrier;
}
