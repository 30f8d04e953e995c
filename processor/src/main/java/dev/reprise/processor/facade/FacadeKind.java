package dev.reprise.processor.facade;

/** The kinds of facade. */
enum FacadeKind {
    BLOCKING("dev.reprise.BlockingFacade", "Blocking"),
    FUTURES("dev.reprise.FutureFacade", "Futures");

    private final String annotation;
    private final String suffix;

    FacadeKind(String annotation, String suffix) {
        this.annotation = annotation;
        this.suffix = suffix;
    }

    /** The qualified name of the annotation that asks for it. */
    String annotation() {
        return annotation;
    }

    /** What stands behind the name of the annotated type in that of the facade. */
    String suffix() {
        return suffix;
    }
}
