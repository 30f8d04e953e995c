/** Takes what Micrometer's context-propagation knows along with coroutines. */
module dev.reprise.micrometer {
    requires dev.reprise;
    requires micrometer.context.propagation;
    requires static org.jspecify;

    exports dev.reprise.micrometer;

    provides dev.reprise.Carrier with
            dev.reprise.micrometer.MicrometerCarrier;
}
