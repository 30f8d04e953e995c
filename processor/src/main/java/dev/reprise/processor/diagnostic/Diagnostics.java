package dev.reprise.processor.diagnostic;

import com.sun.source.util.Trees;
import javax.tools.Diagnostic.Kind;

/** Prints through javac, which counts the errors and fails the build for them. */
public final class Diagnostics {
    private final Trees trees;
    private final Severities severities;

    public Diagnostics(Trees trees, Severities severities) {
        this.trees = trees;
        this.severities = severities;
    }

    /** Prints a diagnostic that has a {@link SourcePosition}. */
    public void report(Diagnostic diagnostic) {
        if (!(diagnostic.position() instanceof SourcePosition source)) {
            throw new IllegalArgumentException("no place in a source: " + diagnostic);
        }
        switch (severities.of(diagnostic.kind())) {
            case ERROR -> trees.printMessage(Kind.ERROR, diagnostic.message(), source.tree(), source.unit());
            case WARNING -> trees.printMessage(Kind.WARNING, diagnostic.message(), source.tree(), source.unit());
            case OFF -> {}
        }
    }
}
