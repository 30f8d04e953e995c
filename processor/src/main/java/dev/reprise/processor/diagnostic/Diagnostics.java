package dev.reprise.processor.diagnostic;

import com.sun.source.util.Trees;
import javax.tools.Diagnostic.Kind;

/** Prints through javac, which counts the errors and fails the build for them. */
public final class Diagnostics {
    private final Trees trees;

    public Diagnostics(Trees trees) {
        this.trees = trees;
    }

    /** Prints a diagnostic that has a {@link SourcePosition}. */
    public void report(Diagnostic diagnostic) {
        if (!(diagnostic.position() instanceof SourcePosition source)) {
            throw new IllegalArgumentException("no place in a source: " + diagnostic);
        }
        Kind kind = switch (diagnostic.kind().severity()) {
            case ERROR -> Kind.ERROR;
            case WARNING -> Kind.WARNING;
        };
        trees.printMessage(kind, diagnostic.message(), source.tree(), source.unit());
    }
}
