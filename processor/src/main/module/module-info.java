/** The annotation processor and bytecode compiler: compile-time only. */
module dev.reprise.processor {
    requires java.compiler;
    requires jdk.compiler;
}
