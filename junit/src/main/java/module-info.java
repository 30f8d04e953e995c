/** Test methods of JUnit Jupiter that are coroutines. */
module dev.reprise.junit {
    requires transitive dev.reprise;
    requires transitive org.junit.jupiter.api;
    requires static org.jspecify;

    exports dev.reprise.junit;
}
