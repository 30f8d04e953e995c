/** Takes what Micrometer's context-propagation knows along with coroutines. */
@SuppressWarnings("requires-automatic") // the library has no module descriptor
module dev.reprise.micrometer {
    requires dev.reprise;
    requires context.propagation;
    requires static org.jspecify;

    exports dev.reprise.micrometer;

    provides dev.reprise.Carrier with
            dev.reprise.micrometer.MicrometerCarrier;
}
