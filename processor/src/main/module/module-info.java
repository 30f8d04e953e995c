/** The annotation processor and bytecode compiler: compile-time only. */
module dev.reprise.processor {
    requires java.compiler;
    requires java.instrument;
    requires jdk.compiler;

    provides javax.annotation.processing.Processor with
            dev.reprise.processor.CoroutineProcessor;
    provides com.sun.source.util.Plugin with
            dev.reprise.processor.Watchdog;
}
