package dev.reprise.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.reprise.processor.diagnostic.SourcePosition;
import java.util.Optional;

/** Finds the declaration that javac has just attributed; its neighbours in the file may be untouched, or compiled away already. */
final class Declarations {
    private Declarations() {}

    /** A place in the file that an event is about, when nothing more exact is known. */
    static SourcePosition inUnit(TaskEvent event) {
        CompilationUnitTree unit = event.getCompilationUnit();
        return new SourcePosition(unit, unit);
    }

    static Optional<TreePath> of(Trees trees, TaskEvent event) {
        CompilationUnitTree unit = event.getCompilationUnit();
        if (unit == null || event.getTypeElement() == null) {
            return Optional.empty();
        }
        for (Tree declaration : unit.getTypeDecls()) {
            TreePath path = new TreePath(new TreePath(unit), declaration);
            if (event.getTypeElement().equals(trees.getElement(path))) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }
}
