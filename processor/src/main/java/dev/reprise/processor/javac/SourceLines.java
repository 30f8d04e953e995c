package dev.reprise.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.Trees;
import dev.reprise.processor.diagnostic.ClassFilePosition;
import dev.reprise.processor.diagnostic.Diagnostic;
import dev.reprise.processor.diagnostic.SourcePosition;
import dev.reprise.processor.source.Body;
import dev.reprise.processor.source.ClassSource;
import dev.reprise.processor.source.Place;
import dev.reprise.processor.source.Suspension;
import java.util.Comparator;
import java.util.Optional;

/** Finds the piece of source that a place in a class file came from. */
final class SourceLines {
    private final Trees trees;

    SourceLines(Trees trees) {
        this.trees = trees;
    }

    /** The same message, at the suspension, method or class that it is about. */
    Diagnostic inSource(ClassSource source, Diagnostic diagnostic) {
        return diagnostic.position() instanceof ClassFilePosition position
                ? new Diagnostic(diagnostic.kind(), find(source, position), diagnostic.arguments())
                : diagnostic;
    }

    private SourcePosition find(ClassSource source, ClassFilePosition position) {
        return suspension(source, position)
                .map(Suspension::position)
                .or(() -> body(source, position).map(body -> SourcePosition.of(body.path())))
                .orElseGet(() -> SourcePosition.of(source.path()));
    }

    /** Without line numbers in class files ({@code -g:none}) javac keeps no map of the source's lines either. */
    private Optional<Suspension> suspension(ClassSource source, ClassFilePosition position) {
        if (!position.hasLine()) {
            return Optional.empty();
        }
        return source.bodies().stream()
                .flatMap(body -> body.suspensions().stream())
                .filter(suspension -> line(source, suspension.call()) == position.line())
                .findFirst();
    }

    private Optional<Body> body(ClassSource source, ClassFilePosition position) {
        if (!position.hasLine()) {
            return source.bodies().stream()
                    .filter(body -> isNamed(body, position))
                    .findFirst();
        }
        return source.bodies().stream()
                .filter(body -> line(source, body.path().getLeaf()) <= position.line())
                .max(Comparator.comparingLong(body -> line(source, body.path().getLeaf())));
    }

    private static boolean isNamed(Body body, ClassFilePosition position) {
        return body.place() instanceof Place.OfMethod method
                && method.tree().getName().contentEquals(position.method());
    }

    private long line(ClassSource source, Tree tree) {
        CompilationUnitTree unit = source.path().getCompilationUnit();
        return unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
    }
}
