/** Coroutines, tasks and the event loop that runs them. */
module dev.reprise {
    exports dev.reprise;
    exports dev.reprise.frame;

    requires static transitive org.jspecify;
}
