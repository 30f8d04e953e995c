package dev.reprise.processor.javac;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import dev.reprise.processor.diagnostic.SourcePosition;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** Finds the declaration that javac has just attributed; its neighbours in the file may be untouched, or compiled away already. */
final class Declarations {
    private Declarations() {}

    /** A place in the file that an event is about, when nothing more exact is known. */
    static SourcePosition unit(TaskEvent event) {
        CompilationUnitTree unit = event.getCompilationUnit();
        return new SourcePosition(unit, unit);
    }

    /** Whether it is a {@code module-info} or {@code package-info}, which javac writes as if they were classes. */
    static boolean isInfo(TypeElement type) {
        String name = type.getQualifiedName().toString();
        return name.endsWith("module-info") || name.endsWith("package-info");
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
