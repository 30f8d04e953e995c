/** Takes SLF4J's diagnostic context along with coroutines. */
module dev.reprise.slf4j {
    requires dev.reprise;
    requires org.slf4j;
    requires static org.jspecify;

    exports dev.reprise.slf4j;

    provides dev.reprise.Carrier with
            dev.reprise.slf4j.MdcCarrier;
}
