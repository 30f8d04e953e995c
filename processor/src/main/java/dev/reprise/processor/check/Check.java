package dev.reprise.processor.check;

import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.source.Body;
import java.util.function.Consumer;

/** A rule of the language, applied to one body at a time. */
interface Check {

    /** Says what breaks the rule, at a {@code SourcePosition}. What javac itself could not resolve breaks none. */
    void check(Body body, Consumer<Diagnostic> report);
}
