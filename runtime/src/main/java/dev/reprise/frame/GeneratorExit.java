package dev.reprise.frame;

/** Raised at the yield of a generator that is being closed, so that its {@code finally} blocks run. */
final class GeneratorExit extends Error {

    private static final long serialVersionUID = 1L;

    GeneratorExit() {
        super("the generator is being closed", null, false, false);
    }
}
